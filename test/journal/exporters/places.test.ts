import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packTrip } from '../../../electron/journal/archive/pack-trip.ts'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { listAll, slug, startExport } from '../../support/export-orders.ts'
import { codeOf, messageOf, valueOf } from '../../support/library.ts'
import { hasPipes, putOddity } from '../../support/odd-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe.skipIf(!hasPipes)('what is not a file', () => {
  test.for(['pipe', 'device'] as const)('as a %s is never replaced by a trip', async (oddity) => {
    const { library, trip } = await startExport()
    const path = join(await temporaryFolder(), 'trip.lanyard')
    await putOddity(path, oddity)
    const before = await kindsIn(dirname(path))
    const refused = await packTrip({ library, tripId: trip.id, path, replace: true })
    expect(messageOf(refused)).toContain('no regular file')
    expect(await kindsIn(dirname(path))).toEqual(before)
  })

  test('something that is not a file is never replaced by an export that is a single file', async () => {
    const { folder, order } = await startExport()
    const target = { ...order, target: 'text', replace: true }
    const { path } = valueOf(await runExport(target))
    await putOddity(path ?? '', 'pipe')
    expect(codeOf(await runExport(target))).toBe('export.target-exists')
    expect(await kindsIn(folder)).toEqual([`${basename(path ?? '')}: pipe`])
  })

  test.for(['index.md', 'other.md', 'other.png'])('is not lost in the folder of an export: %s', async (name) => {
    const { folder, order } = await startExport()
    valueOf(await runExport(order))
    await putOddity(join(folder, slug, name), 'pipe')
    const before = await kindsIn(join(folder, slug))
    expect(codeOf(await runExport({ ...order, replace: true }))).toMatch(/^export\./)
    expect(await kindsIn(join(folder, slug))).toEqual(before)
  })
})

describe('a folder beside an export that only looks like an earlier one', () => {
  test.for([`.${slug}.before`, `.${slug}.1-x.before`, `.other.4194303-11111111-1111-4111-8111-111111111111.before`])(
    'a folder beside an export that only looks like an earlier one is neither removed nor renamed: %s',
    async (name) => {
      const { folder, order } = await startExport()
      await mkdir(join(folder, name), { recursive: true })
      await writeFile(join(folder, name, 'notes.txt'), 'mine')
      valueOf(await runExport(order))
      valueOf(await runExport({ ...order, replace: true }))
      expect(await readFile(join(folder, name, 'notes.txt'), 'utf8')).toBe('mine')
    },
  )
})

describe.skipIf(process.platform === 'win32')('the library', () => {
  test('the library is recognized through links, and nothing is exported or saved into it', async () => {
    const { library, trip, order } = await startExport()
    const elsewhere = await temporaryFolder()
    await symlink(library.folder, join(elsewhere, 'link'))
    const before = await listAll(library.folder)
    for (const folder of [join(elsewhere, 'link'), join(elsewhere, 'link', 'new', 'posts')]) {
      expect(codeOf(await runExport({ ...order, folder }))).toBe('input.exports-in-library')
      const path = join(folder, 'trip.lanyard')
      expect(codeOf(await packTrip({ library, tripId: trip.id, path, replace: false }))).toBe('input.copy-in-library')
    }
    expect(await listAll(library.folder)).toEqual(before)
    expect((await readdir(library.folder)).filter((name) => !name.startsWith('.'))).toHaveLength(1)
  })

  test('the library does not lose a trip to an export whose path is a link to it', async () => {
    const { library, trip, folder, order } = await startExport()
    const place = valueOf(await library.placeOf(trip.id))
    const before = await listAll(place)
    await mkdir(folder, { recursive: true })
    await symlink(place, join(folder, slug))
    expect(codeOf(await runExport({ ...order, replace: true }))).toBe('input.exports-in-library')
    const path = join(folder, 'trip.lanyard')
    await symlink(join(place, 'trip.json'), path)
    expect(codeOf(await packTrip({ library, tripId: trip.id, path, replace: true }))).toBe('input.copy-in-library')
    expect(await listAll(place)).toEqual(before)
  })

  test('the library is recognized if it is itself reached through a link', async () => {
    const { library, order } = await startExport()
    const real = `${library.folder}-real`
    await rename(library.folder, real)
    await symlink(real, library.folder)
    expect(codeOf(await runExport({ ...order, folder: join(real, 'posts') }))).toBe('input.exports-in-library')
  })
})

describe.skipIf(process.platform === 'win32')('a link that leads to nothing', () => {
  test('a dangling link with the name of an export is replaced only on request', async () => {
    const { folder, order } = await startExport()
    await mkdir(folder, { recursive: true })
    await symlink(join(folder, 'nothing'), join(folder, slug))
    expect(codeOf(await runExport(order))).toBe('export.target-exists')
    expect(await kindsIn(folder)).toEqual([`${slug}: link`])
  })
})

async function kindsIn(folder: string): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true })
  return items
    .map((item) => `${item.name}: ${item.isFIFO() ? 'pipe' : item.isSymbolicLink() ? 'link' : 'other'}`)
    .toSorted()
}
