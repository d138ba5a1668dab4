import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { darmstadt, makePlace, type Place } from './lanyard.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
  return () => rm(place.folder, { recursive: true, force: true })
})

test('lanyard export --to a destination merges with the site, asks about conflicts, and takes an answer', async () => {
  const site = join(place.folder, 'site')
  await mkdir(site)
  await writeFile(join(site, 'hugo.toml'), 'title = "A site"\n')
  await place.json(['new', ...darmstadt])
  await place.json(['add', 'PyCon DE 2026', '--title', 'Arrival', '--day', '2026-04-14'], 'Two trains.')
  const keys = ['--rename', 'title=heading', '--set', 'toc=true', '--set', 'weight=10', '--omit', 'lang']
  const added = ['destination', 'My blog', '--folder', 'site', '--option', 'draft=yes', ...keys]
  const destination = (await place.json(added)) as { id: string }
  expect(destination).toMatchObject({
    name: 'My blog',
    folder: site,
    target: 'hugo',
    options: { draft: true },
    keys: { rename: { title: 'heading' }, add: { toc: true, weight: 10 }, omit: ['lang'] },
  })

  const send = (...more: string[]) => place.lanyard(['export', 'PyCon DE 2026', '--to', 'my blog', ...more])
  const path = join(site, 'content', 'posts', 'pycon-de-2026', 'index.md')
  const first = await send()
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toMatch(/^Wrote .*index\.md\.\n.*: all there\.\n$/)
  expect(await readFile(path, 'utf8')).toBe(
    '---\nheading: "PyCon DE 2026"\ndraft: true\ntoc: true\nweight: 10\n---\n\n## 1st Day\n\n### Arrival\n\nTwo trains.\n',
  )

  const edited = (await readFile(path, 'utf8')).replace('"PyCon DE 2026"', 'Trains').replace('Two', 'Two late')
  await writeFile(path, edited)
  // The other settings of the destination stay.
  await place.json(['destination', 'My blog', '--set', 'heading=Fixed'])
  const asked = await send()
  expect(asked.code).toBe(1)
  expect(asked.stdout).toBe(
    'Front matter key “heading”\n  In the site:\n    heading: Trains\n  In the report:\n    heading: "Fixed"\n',
  )
  expect(asked.stderr).toMatch(/^One thing was changed both in the site and in Lanyard .*--theirs.*--ours/)
  expect(await readFile(path, 'utf8')).toBe(edited)
  const listed = JSON.parse((await send('--json')).stdout) as { proposal: string; conflicts: { id: string }[] }
  expect(listed).toMatchObject({
    conflicts: [{ kind: 'key', name: 'heading', theirs: 'heading: Trains', ours: 'heading: "Fixed"' }],
  })
  for (const id of [listed.proposal, listed.conflicts[0]?.id]) expect(id).toMatch(/^[0-9a-f]{16}$/)
  expect(JSON.parse((await send('--json')).stdout)).toEqual(listed)
  expect(await send('--ours')).toMatchObject({ code: 0 })
  expect(await readFile(path, 'utf8')).toMatch(/heading: "Fixed"\n[^]*Two late trains\./)

  expect((await place.lanyard(['destinations'])).stdout).toMatch(/^Name +Target +Folder\nMy blog +hugo +.*site\n$/)
  expect(await place.json(['destination', 'My blog', '--remove'])).toEqual({ removed: destination.id })
  const gone = await send()
  expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no target "my blog"') as string })
})
