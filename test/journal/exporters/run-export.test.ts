import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exporters } from '../../../electron/journal/exporters/index.ts'
import { giveBackTemporaryName, takeAsideName } from '../../../electron/journal/disk/temporary-name.ts'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { listAll, photo, slug, startExport } from '../../support/export-orders.ts'
import { writtenTargets } from '../../support/exports.ts'
import { codeOf, messageOf, onlyTripFolder, strayFiles, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel } from '../../support/trips.ts'

test('a Markdown folder has the text and the pictures, and the summary lists them', async () => {
  const { folder, order } = await startExport()
  const exported = valueOf(await runExport(order))
  expect(exported).toEqual({
    makes: 'folder',
    path: join(folder, slug),
    files: [join(folder, slug, 'index.md'), join(folder, slug, 'Lantern.png')],
    clipboard: null,
    compared: 'text',
    census: { headings: 2, paragraphs: 1, listItems: 0, quotes: 0, links: 0, pictures: 1 },
    missing: [],
    differences: [],
  })
  expect(await readFile(join(folder, slug, 'index.md'), 'utf8')).toBe(
    '---\ntitle: "Lantern Conf 2026"\nauthors: ["Ada Example"]\ntags: ["python"]\nlang: "en"\n---\n\n' +
      '## 1st Day\n\n### Arrival\n\nIt “rained”.\n\n![Lantern](Lantern.png "At night")\n',
  )
  expect(await readFile(join(folder, slug, 'Lantern.png'))).toEqual(onePixel)
  expect(await listAll(folder)).toEqual([`${slug}/Lantern.png`, `${slug}/index.md`])
})

test.each([
  ['html', '.html'],
  ['text', '.txt'],
])('the target %s makes one file', async (target, ending) => {
  const { folder, order } = await startExport()
  const exported = valueOf(await runExport({ ...order, target }))
  expect(exported.path).toBe(join(folder, slug + ending))
  expect(exported.files).toEqual([exported.path])
  expect(exported.differences).toEqual([])
  expect(await listAll(folder)).toEqual([slug + ending])
})

test('exported files can be read by others', async () => {
  const { order } = await startExport()
  const { files } = valueOf(await runExport(order))
  const modes = await Promise.all(files.map(async (path) => (await stat(path)).mode & 0o777))
  expect(modes).toEqual(files.map(() => 0o666 & ~process.umask()))
})

test('an export does not change the trip', async () => {
  const { library, order } = await startExport()
  const tripFolder = await onlyTripFolder(library)
  const before = await Promise.all((await listAll(tripFolder)).map((name) => readFile(join(tripFolder, name), 'hex')))
  for (const { id: target } of writtenTargets)
    valueOf(await runExport({ ...order, target, folder: join(order.folder, target) }))
  const after = await Promise.all((await listAll(tripFolder)).map((name) => readFile(join(tripFolder, name), 'hex')))
  expect(after).toEqual(before)
})

test('progress goes from 0 to 1 and never back', async () => {
  const { order } = await startExport()
  const steps: [number, string][] = []
  valueOf(await runExport({ ...order, onProgress: (done, step) => steps.push([done, step]) }))
  const done = steps.map(([part]) => part)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect([done[0], done.at(-1)]).toEqual([0, 1])
  expect(steps.map(([, step]) => step)).toContain('converting-pictures')
})

describe('an earlier export', () => {
  test('an earlier export stays unless it may be replaced', async () => {
    const { folder, order } = await startExport()
    valueOf(await runExport(order))
    await writeFile(join(folder, slug, 'index.md'), 'mine')
    expect(codeOf(await runExport(order))).toBe('export.target-exists')
    expect(await readFile(join(folder, slug, 'index.md'), 'utf8')).toBe('mine')
  })

  test('a replaced export keeps what somebody has added to it', async () => {
    const { trip, folder, order } = await startExport()
    valueOf(await runExport(order))
    await writeFile(join(folder, slug, 'notes.txt'), 'mine')
    await mkdir(join(folder, slug, 'drafts'))
    await writeFile(join(folder, slug, 'drafts', 'a.md'), 'mine too')
    await symlink('notes.txt', join(folder, slug, 'link'))
    const changed = { ...trip, report: { ...trip.report, lead: 'New.' } }
    valueOf(await runExport({ ...order, trip: changed, replace: true }))
    expect(await readFile(join(folder, slug, 'index.md'), 'utf8')).toContain('New.')
    expect(await listAll(folder)).toEqual(
      ['Lantern.png', 'drafts/a.md', 'index.md', 'link', 'notes.txt'].map((name) => join(slug, name)),
    )
    expect(await readFile(join(folder, slug, 'drafts', 'a.md'), 'utf8')).toBe('mine too')
  })

  test('a replaced export with subfolders keeps what somebody has added to them', async () => {
    const { trip, folder, order } = await startExport()
    const nested = { ...order, options: { 'picture-folder': 'assets/img' } }
    valueOf(await runExport(nested))
    await writeFile(join(folder, slug, 'assets', 'img', 'mine.png'), 'mine')
    await mkdir(join(folder, slug, 'empty'))
    const changed = { ...trip, report: { ...trip.report, lead: 'New.' } }
    valueOf(await runExport({ ...nested, trip: changed, replace: true }))
    expect(await listAll(folder)).toEqual(
      ['assets/img/Lantern.png', 'assets/img/mine.png', 'index.md'].map((name) => `${slug}/${name}`),
    )
    expect((await readdir(join(folder, slug))).toSorted()).toEqual(['assets', 'empty', 'index.md'])
    valueOf(await runExport({ ...order, replace: true }))
    expect(await listAll(folder)).toEqual(
      ['Lantern.png', 'assets/img/mine.png', 'index.md'].map((name) => `${slug}/${name}`),
    )
  })

  test('an earlier export is not replaced if somebody has a file with the name of a new folder in it', async () => {
    const { folder, order } = await startExport()
    await mkdir(join(folder, slug), { recursive: true })
    await writeFile(join(folder, slug, 'Assets'), 'mine')
    const nested = { ...order, options: { 'picture-folder': 'assets/img' }, replace: true }
    expect(codeOf(await runExport(nested))).toBe('export.target-exists')
    expect(await listAll(folder)).toEqual([`${slug}/Assets`])
  })

  test('a picture that has become private is removed from an earlier export', async () => {
    const { trip, folder, order } = await startExport()
    valueOf(await runExport(order))
    const entries = trip.entries.map((entry) => ({ ...entry, private: true }))
    valueOf(await runExport({ ...order, trip: { ...trip, entries }, replace: true }))
    expect(await listAll(folder)).toEqual([`${slug}/index.md`])
  })

  test('a picture does not replace somebody’s own file of the same name', async () => {
    const { folder, order } = await startExport()
    await mkdir(join(folder, slug), { recursive: true })
    await writeFile(join(folder, slug, 'lantern.PNG'), 'my own')
    expect(codeOf(await runExport({ ...order, replace: true }))).toBe('export.target-exists')
    expect(await listAll(folder)).toEqual([`${slug}/lantern.PNG`])
  })

  test('something that is not an export is never replaced', async () => {
    const { folder, order } = await startExport()
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, slug), 'a file')
    expect(codeOf(await runExport({ ...order, replace: true }))).toBe('export.target-exists')
    expect(await readFile(join(folder, slug), 'utf8')).toBe('a file')
  })

  test('an earlier export that is a link stays a link', async () => {
    const { folder, order } = await startExport()
    const elsewhere = await temporaryFolder()
    await mkdir(folder, { recursive: true })
    await symlink(elsewhere, join(folder, slug))
    valueOf(await runExport({ ...order, replace: true }))
    expect((await readdir(elsewhere)).toSorted()).toEqual(['Lantern.png', 'index.md'])
    expect(await readdir(folder)).toEqual([slug])
  })

  test('an earlier export is put back if the power failed before the new one replaced it', async () => {
    const { folder, order } = await startExport()
    const aside = join(folder, giveBack(takeAsideName(slug)))
    await mkdir(aside, { recursive: true })
    await writeFile(join(aside, 'notes.txt'), 'mine')
    expect(codeOf(await runExport(order))).toBe('export.target-exists')
    expect(await listAll(folder)).toEqual([`${slug}/notes.txt`])
  })
})

describe('a cancelled export', () => {
  test.each([0, 0.2, 0.35, 0.5, 0.7])(
    'cancelling an export when %d of it is done leaves nothing behind',
    async (when) => {
      const { folder, order } = await startExport()
      const cancel = new AbortController()
      const result = await runExport({
        ...order,
        signal: cancel.signal,
        onProgress: (done) => {
          if (done >= when) cancel.abort()
        },
      })
      expect(codeOf(result)).toBe('cancelled.export')
      await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
    },
  )

  test('cancelling an export that replaces another leaves the earlier one', async () => {
    const { folder, order } = await startExport()
    valueOf(await runExport(order))
    const cancel = new AbortController()
    const onProgress = (done: number): void => {
      if (done > 0.4) cancel.abort()
    }
    const result = await runExport({ ...order, replace: true, signal: cancel.signal, onProgress })
    expect(codeOf(result)).toBe('cancelled.export')
    expect(await listAll(folder)).toEqual([`${slug}/Lantern.png`, `${slug}/index.md`])
  })
})

describe('an export to a failing disk', () => {
  test.each([
    ['markdown', {}],
    ['markdown', { 'picture-folder': 'assets/img' }],
    ['text', {}],
  ])('an export to %s (%j) is either the old or the new one, whichever operation fails', async (target, options) => {
    const { trip, folder, order } = await startExport()
    const changed = {
      ...order,
      trip: { ...trip, report: { ...trip.report, lead: 'New.' } },
      target,
      options,
      replace: true,
    }
    const disk = createBrokenDisk()
    const old = valueOf(await runExport({ ...order, target, options }))
    const [text = ''] = old.files
    const before = await readFile(text, 'utf8')
    valueOf(await runExport({ ...changed, fileSystem: disk }))
    const after = await readFile(text, 'utf8')
    const operations = disk.operations.length
    expect(operations).toBeGreaterThan(10)

    for (let which = 1; which <= operations; which++) {
      for (const forGood of [false, true]) {
        disk.reset()
        valueOf(await runExport({ ...order, target, options, replace: true }))
        disk.fail(which, 'ENOSPC', forGood)
        const result = await runExport({ ...changed, fileSystem: disk })
        const found = await readFile(text, 'utf8').catch(() => null)
        // If the disk failed permanently between the two renames, the old folder is waiting beside its place.
        const aside = (await readdir(folder)).find((name) => name.endsWith('.before')) ?? ''
        const waiting = await readFile(join(folder, aside, basename(text)), 'utf8').catch(() => null)
        expect([before, after]).toContain(found ?? waiting)
        expect(result.ok ? found : result.error.code).toBe(result.ok ? after : 'disk.full')
      }
    }
    disk.reset()
    valueOf(await runExport({ ...changed, fileSystem: disk }))
    expect(await strayFiles(folder)).toEqual([])
    expect(await readFile(text, 'utf8')).toBe(after)
  })

  test('an incomplete write is a failed export', async () => {
    const { folder, order } = await startExport()
    const disk = createBrokenDisk()
    disk.cutWrite(1)
    expect(codeOf(await runExport({ ...order, fileSystem: disk }))).toBe('disk.full')
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test.skipIf(process.getuid?.() === 0)('a folder that is not writable is explained in a sentence', async () => {
    const { folder, order } = await startExport()
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o500)
    const result = await runExport(order)
    expect(codeOf(result)).toBe('disk.denied')
    expect(messageOf(result)).toContain('Could not write the export')
  })

  test('a file in place of the folder is explained in a sentence', async () => {
    const { folder, order } = await startExport()
    await mkdir(dirname(folder), { recursive: true })
    await writeFile(folder, 'a file')
    expect(codeOf(await runExport(order))).toMatch(/^disk\./)
    expect(await readFile(folder, 'utf8')).toBe('a file')
  })
})

test('a picture without a record in the trip is missing from the export, which says so', async () => {
  const { order } = await startExport('![Gone](photo:22222222-2222-4222-8222-222222222222)')
  const exported = valueOf(await runExport(order))
  expect(exported.missing).toEqual([{ name: 'Gone', reason: 'no-record' }])
  expect(exported.files.map((path) => basename(path))).toEqual(['index.md'])
})

test('a picture whose file cannot be read is missing from the export, which says so', async () => {
  const { library, order } = await startExport()
  const path = join(await onlyTripFolder(library), 'photos', photo.file)
  await rm(path)
  await symlink(path, path)
  const { missing } = valueOf(await runExport(order))
  expect(missing).toEqual([{ name: 'Lantern.png', reason: 'not-read' }])
})

test('an unknown target is refused with a list of the known ones', async () => {
  const { order } = await startExport()
  const result = await runExport({ ...order, target: 'papyrus' })
  expect(codeOf(result)).toBe('export.unknown-target')
  for (const { id } of exporters) expect(messageOf(result)).toContain(`"${id}"`)
})

test.each(['', 'in/there', '..exports'])('the library is no place for exports (%s)', async (inside) => {
  const { library, order } = await startExport()
  expect(codeOf(await runExport({ ...order, folder: join(library.folder, inside) }))).toBe('input.exports-in-library')
})

/** A name that no process uses any more. */
function giveBack(name: string): string {
  giveBackTemporaryName(name)
  return name
}
