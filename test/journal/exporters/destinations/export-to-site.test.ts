import { randomUUID } from 'node:crypto'
import { chmod, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportToSite } from '../../../../electron/journal/exporters/destinations/export-to-site.ts'
import { openSiteRecords } from '../../../../electron/journal/exporters/destinations/site-records.ts'
import { createBrokenDisk } from '../../../support/broken-disk.ts'
import { listAll } from '../../../support/export-orders.ts'
import { inWords } from '../../../support/in-words.ts'
import { codeOf } from '../../../support/library.ts'
import { picturePath, someSite, textPath, withLead } from '../../../support/site-folders.ts'
import { build, hasProgram, readPage } from '../../../support/sites/build-site.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

test('an export into a site writes the post where the target wants it, and touches nothing else', async () => {
  const { send, everything, folder, read } = await someSite()
  const before = await everything()
  const summary = await send()
  expect(summary).toMatchObject({
    makes: 'site',
    path: join(folder, textPath),
    files: [join(folder, textPath), join(folder, picturePath)],
    compared: 'text',
    differences: [],
    census: { headings: 2, pictures: 1 },
  })
  expect(await read()).toContain('title: "Lantern Conf 2026"')
  const after = await everything()
  expect([...after.keys()].toSorted()).toEqual([...before.keys(), textPath, picturePath].toSorted())
  for (const [path, bytes] of before) expect(after.get(path)).toBe(bytes)
})

test('exporting again replaces what Lanyard wrote, and keeps what was edited above and below', async () => {
  const { send, edit, read, trip } = await someSite()
  await send({ trip: withLead(trip, 'First words.') })
  await edit((text) => text.replace('\n\nFirst words.', '\n\n{{< toc >}}\n\nFirst words.') + '\nSee you next year!\n')
  const summary = await send({ trip: withLead(trip, 'First words.\n\nAnd a new paragraph.') })
  const text = await read()
  expect(text).toContain('{{< toc >}}\n\nFirst words.\n\nAnd a new paragraph.\n\n## 1st Day')
  expect(text.endsWith('\n\nSee you next year!\n')).toBe(true)
  expect(summary.differences).toEqual([])
  expect(summary.notes?.map(inWords)).toEqual(['What was edited in the site is still there.'])
  // Once more, it is still known what was edited there.
  await send({ trip: withLead(trip, 'Quite other words.\n\nAnd a new paragraph.') })
  expect(await read()).toContain('{{< toc >}}\n\nQuite other words.\n\nAnd a new paragraph.\n\n## 1st Day')
})

test('a file that nobody has edited is byte for byte that of a first export', async () => {
  const [one, other] = [await someSite(), await someSite()]
  await one.send({ trip: withLead(one.trip, 'Old.') })
  await one.send({ trip: withLead(one.trip, 'New.') })
  await other.send({ trip: withLead(other.trip, 'New.') })
  expect(await one.read()).toBe(await other.read())
})

test('keys that were added by hand stay with their comments, and so does a value that was changed by hand', async () => {
  const { send, edit, read, trip } = await someSite()
  await send()
  await edit((text) =>
    text
      .replace('title:', '# Ask Ada before changing this.\nweight: 10 # on top\ntitle:')
      .replace('tags: ["python"]', 'tags: # sorted\n  - python\n  - trams'),
  )
  await send({ trip: { ...trip, report: { ...trip.report, title: 'Lanterns: a report', slug: 'lantern-conf-2026' } } })
  const [front] = (await read()).split('\n---\n')
  expect(front).toBe(
    '---\n# Ask Ada before changing this.\nweight: 10 # on top\ntitle: "Lanterns: a report"\n' +
      'slug: "lantern-conf-2026"\nauthors: ["Ada Example"]\ntags: # sorted\n  - python\n  - trams',
  )
})

test('a sentence that was edited on both sides is a conflict, and nothing is written', async () => {
  const { send, sendInto, edit, everything, trip, read } = await someSite()
  await send({ trip: withLead(trip, 'We took the tram.') })
  await edit((text) => text.replace('We took the tram.', 'We took the night tram.').replace('draft', 'x'))
  const changed = withLead(trip, 'We took the slow tram.')
  const before = await everything()
  const conflict = {
    kind: 'passage',
    name: '',
    base: 'We took the tram.',
    theirs: 'We took the night tram.',
    ours: 'We took the slow tram.',
  }
  expect((await sendInto({ trip: changed })).conflicts).toMatchObject([conflict])
  expect(await everything()).toEqual(before)
  await send({ trip: changed, choice: 'theirs' })
  expect(await read()).toContain('\nWe took the night tram.\n')
  // It has been decided, so the next export does not ask again.
  await send({ trip: changed })
  expect(await read()).toContain('\nWe took the night tram.\n')
  expect((await sendInto({ trip: withLead(trip, 'We took the fast tram.') })).conflicts).toHaveLength(1)
  await send({ trip: withLead(trip, 'We took the fast tram.'), choice: 'ours' })
  expect(await read()).toContain('\nWe took the fast tram.\n')
})

test('a key that was changed on both sides is a conflict', async () => {
  const { send, sendInto, edit, read, trip } = await someSite()
  await send()
  await edit((text) => text.replace('title: "Lantern Conf 2026"', 'title: Lanterns!'))
  const renamed = { ...trip, report: { ...trip.report, title: 'Lights', slug: 'lantern-conf-2026' } }
  expect((await sendInto({ trip: renamed })).conflicts).toMatchObject([
    {
      kind: 'key',
      name: 'title',
      base: 'title: "Lantern Conf 2026"',
      theirs: 'title: Lanterns!',
      ours: 'title: "Lights"',
    },
  ])
  await send({ trip: renamed, choice: 'theirs' })
  expect(await read()).toContain('title: Lanterns!\n')
})

test('a picture that leaves the report leaves the site, unless somebody has changed it there', async () => {
  const { send, folder, trip, edit } = await someSite()
  await send()
  const without = { ...trip, entries: trip.entries.map((entry) => ({ ...entry, text: 'It rained.' })) }
  await send({ trip: without })
  expect(await listAll(join(folder, 'content/posts/lantern-conf-2026'))).toEqual(['index.md'])
  await send()
  await edit(() => 'smaller', picturePath)
  const summary = await send({ trip: without })
  expect(await listAll(join(folder, 'content/posts/lantern-conf-2026'))).toEqual(['Lantern.png', 'index.md'])
  expect(summary.notes?.map(inWords)[0]).toContain(`“${picturePath}”`)
})

test('a picture that was changed in the site stays as long as the one in the report is the same', async () => {
  const { send, edit, read } = await someSite()
  await send()
  await edit(() => 'smaller', picturePath)
  await send()
  expect(await read(picturePath)).toBe('smaller')
})

test('a post whose address changes moves with what was edited in it', async () => {
  const { send, edit, folder, read, trip } = await someSite()
  await send()
  await edit((text) => `${text}\nA footer.\n`)
  await send({ trip: { ...trip, report: { ...trip.report, slug: 'lanterns' } } })
  expect(await read('content/posts/lanterns/index.md')).toMatch(/\nA footer\.\n$/)
  expect(await listAll(join(folder, 'content/posts'))).toEqual([
    'lanterns/Lantern.png',
    'lanterns/index.md',
    'older/index.md',
  ])
  await expect(stat(join(folder, 'content/posts/lantern-conf-2026'))).rejects.toThrow('ENOENT')
})

test('keys are renamed, added and left out, and the post is still read back', async () => {
  const keys = {
    rename: { title: 'heading', tags: 'topics' },
    add: { toc: true, weight: 10, series: ['Lanterns', 'No'], layout: 'report', 'params.wide': false },
    omit: ['authors'],
  }
  const { send, read } = await someSite({ keys })
  expect((await send()).differences).toEqual([])
  expect(await read()).toMatch(
    /^---\nheading: "Lantern Conf 2026"\ntopics: \["python"\]\ntoc: true\nweight: 10\nseries: \["Lanterns", "No"\]\nlayout: "report"\nparams:\n {2}wide: false\n---\n\n/,
  )
})

test.each([
  ['zola', 'extra.wide = 1', 'content/blog/lantern-conf-2026/index.md'],
  ['pelican', 'Wide', 'content/lantern-conf-2026.md'],
  ['nikola', 'wide', 'posts/lantern-conf-2026.md'],
  ['jekyll', 'wide', '_posts/2026-04-16-lantern-conf-2026.md'],
  ['markdown', 'wide', 'lantern-conf-2026/index.md'],
])('a post for %s keeps the keys and the words that somebody added', async (target, _, path) => {
  const keys = { rename: {}, add: { [target === 'zola' ? 'extra.fixed' : 'fixed']: 'a -- b' }, omit: [] }
  const { send, edit, read, trip } = await someSite({ target, keys })
  expect((await send()).differences).toEqual([])
  const added: Record<string, string> = {
    zola: '[extra] # mine\nby_hand = """\nb = 1\n"""',
    pelican: 'By_hand: x\nTitle: ',
    nikola: '.. by_hand: x\n.. title: ',
    jekyll: 'by_hand: x\ntitle: ',
    markdown: 'by_hand: x\ntitle: ',
  }
  const place: Record<string, string> = { zola: '[extra]', pelican: 'Title: ', nikola: '.. title: ' }
  await edit((text) => `${text.replace(place[target] ?? 'title: ', added[target] ?? '')}\nBelow.\n`, path)
  await edit((text) => text.replaceAll('\n', '\r\n'), path)
  const summary = await send({ trip: { ...trip, report: { ...trip.report, tags: ['lights'], lead: 'New words.' } } })
  expect(summary.differences).toEqual([])
  const text = await read(path)
  expect(text).toContain((added[target] ?? '').replaceAll('\n', '\r\n'))
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  for (const part of ['lights', 'New words.', 'Below.', 'fixed']) expect(text).toContain(part)
})

describe('without a record of the last export', () => {
  test('a post that is the same is recognised', async () => {
    const { send, order } = await someSite()
    await send()
    const records = openSiteRecords(join(await temporaryFolder(), 'sites'))
    expect((await send({ ...order, records })).differences).toEqual([])
  })

  test('everything that differs is asked about, and keys that others added stay', async () => {
    const { send, sendInto, edit, read, trip } = await someSite()
    await send({ trip: withLead(trip, 'Some words.') })
    await edit((text) => `${text.replace('title:', 'weight: 3\ntitle:')}\nBelow.\n`)
    const order = { records: openSiteRecords(join(await temporaryFolder(), 'sites')) }
    const changed = withLead(trip, 'Other words.')
    const { conflicts } = await sendInto({ ...order, trip: changed })
    expect(conflicts.map(({ kind, theirs, ours }) => [kind, theirs, ours])).toEqual([
      ['passage', 'Some words.', 'Other words.'],
      ['passage', 'Below.', ''],
    ])
    await send({ ...order, trip: changed, choice: 'ours' })
    expect(await read()).toContain('weight: 3\n')
    expect(await read()).not.toContain('Below.')
  })

  test('a file in another encoding is only replaced if somebody says so', async () => {
    const { send, sendInto, folder, read } = await someSite()
    await send()
    await writeFile(join(folder, textPath), Buffer.from([0x2d, 0xff, 0xfe]))
    expect((await sendInto()).conflicts).toMatchObject([{ kind: 'file', name: textPath }])
    await send({ choice: 'ours' })
    expect(await read()).toContain('Lantern Conf 2026')
  })
})

describe('what is refused', () => {
  test('a site whose folder is missing is not created', async () => {
    const { order, folder, destination } = await someSite()
    await rename(folder, `${folder}-elsewhere`)
    expect(codeOf(await exportToSite(order))).toBe('destination.no-folder')
    await expect(stat(folder)).rejects.toThrow('ENOENT')
    const target = { ...destination, target: 'pdf' }
    expect(codeOf(await exportToSite({ ...order, destination: target }))).toBe('destination.target')
  })

  test('links that lead out of the site are not followed, and those inside it are', async () => {
    const { order, folder, send } = await someSite()
    const outside = await temporaryFolder()
    await rename(join(folder, 'content'), join(folder, 'docs'))
    await symlink('docs', join(folder, 'content'))
    await send()
    expect(await listAll(join(folder, 'docs/posts/lantern-conf-2026'))).toEqual(['Lantern.png', 'index.md'])
    await rm(join(folder, 'content'))
    await symlink(outside, join(folder, 'content'))
    expect(codeOf(await exportToSite(order))).toBe('destination.link')
    expect(await listAll(outside)).toEqual([])
    await rm(join(folder, 'content'))
    await mkdir(join(folder, 'content/posts/lantern-conf-2026'), { recursive: true })
    await writeFile(join(outside, 'index.md'), 'mine')
    await symlink(join(outside, 'index.md'), join(folder, textPath))
    expect(codeOf(await exportToSite(order))).toBe('destination.not-a-file')
  })

  test('the post of another trip is not replaced', async () => {
    const { order, send, trip } = await someSite()
    await send()
    const other = { ...trip, id: randomUUID() }
    expect(codeOf(await exportToSite({ ...order, trip: other }))).toBe('destination.other-trip')
  })

  test('nothing is written into the library', async () => {
    const { order, destination } = await someSite()
    const inLibrary = { ...destination, folder: order.library.folder }
    expect(codeOf(await exportToSite({ ...order, destination: inLibrary }))).toBe('input.exports-in-library')
  })
})

describe('an export that fails', () => {
  test('changes nothing in the site, or everything, whichever operation of the disk fails', async () => {
    const { send, order, everything, edit, trip, read } = await someSite()
    await send()
    await edit((text) => `${text}\nBelow.\n`)
    const disk = createBrokenDisk()
    await send({ trip: withLead(trip, 'Words.'), fileSystem: disk })
    const count = disk.operations.length
    expect(count).toBeGreaterThan(20)
    for (let which = 1; which <= count; which++) {
      const before = withoutStrays(await everything())
      disk.fail(which, 'ENOSPC', false)
      const outcome = await exportToSite({ ...order, trip: withLead(trip, `Words ${which}.`), fileSystem: disk })
      const after = withoutStrays(await everything())
      const isWritten = outcome.ok || (await read()).includes(`Words ${which}.`)
      expect(isWritten ? null : after).toEqual(isWritten ? null : before)
      expect(await read()).toMatch(isWritten ? new RegExp(`Words ${which}\\.[^]*Below\\.`) : /Below\./)
    }
    // Temporary files that could not be removed are gone after the next export.
    await send()
    expect([...(await everything()).keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
  })

  test('changes nothing if it is cancelled', async () => {
    const { order, everything } = await someSite()
    const before = await everything()
    const controller = new AbortController()
    const onProgress = (done: number) => done > 0.4 && controller.abort()
    const outcome = await exportToSite({ ...order, signal: controller.signal, onProgress })
    expect(codeOf(outcome)).toBe('cancelled.export')
    expect(await everything()).toEqual(before)
  })

  test('that was interrupted between two files is completed by the next one', async () => {
    const { send, order, trip, read, destination } = await someSite()
    await send({ trip: withLead(trip, 'Old words.') })
    const { records } = order
    const keep = records.keep.bind(records)
    // The computer stops before the last note about it.
    let notes = 0
    await send({
      trip: withLead(trip, 'New words.'),
      records: { ...records, keep: async (...args) => (notes++ === 0 ? keep(...args) : undefined) },
    })
    expect(await records.of(destination.id, trip.id)).toHaveLength(2)
    await send({ trip: withLead(trip, 'Newest words.') })
    expect(await read()).toContain('Newest words.')
    expect(await records.of(destination.id, trip.id)).toHaveLength(1)
  })
})

test.skipIf(!hasProgram('hugo', 'version'))(
  'Hugo builds a site after two exports with an edit between them',
  async () => {
    const { send, edit, folder, trip } = await someSite({ keys: { rename: {}, add: { weight: 3 }, omit: [] } })
    await send()
    await edit((text) => `${text.replace('title:', 'subtitle: "By hand" # mine\ntitle:')}\nBelow.\n`)
    await send({ trip: withLead(trip, 'Above.') })
    await build(folder, 'hugo', ['--quiet'])
    const page = await readPage(folder, 'public/posts/lantern-conf-2026/index.html')
    expect(page).toMatch(/<h1>Lantern Conf 2026 By hand 3<\/h1>[^]*Above\.[^]*Lantern\.png[^]*Below\./)
  },
)

const withoutStrays = (files: ReadonlyMap<string, string>) =>
  new Map([...files].filter(([path]) => !path.endsWith('.tmp')))

test('a file keeps its permissions', async () => {
  const { send, folder, trip } = await someSite()
  await send()
  await chmod(join(folder, textPath), 0o640)
  await send({ trip: withLead(trip, 'New words.') })
  expect((await stat(join(folder, textPath))).mode & 0o777).toBe(0o640)
})
