import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { tidyCache, tidyHistory } from '../../../electron/journal/history/tidy-copies.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { addTrip, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const copied = 'sync-conflict-20260414-101500-7XQK2PA'

async function prepare() {
  const library = await someLibrary()
  const trip = await addTrip(library, [someNote({ text: 'one' })])
  const version = valueOf(await library.keepVersion(trip.id))
  const folder = join(library.folder, '.history', trip.id)
  const tidy = async () => {
    await tidyHistory(library.folder, trip.id, nodeFileSystem)
    return (await readdir(folder)).toSorted()
  }
  return { library, trip, version, folder, tidy }
}

test('the same version that was written by two computers in different bytes is kept once', async () => {
  const { trip, version, folder, tidy } = await prepare()
  await writeFile(join(folder, `${version}.json.${copied}.gz`), gzipSync(encodeTrip(trip), { level: 1 }))
  expect(await tidy()).toEqual([`${version}.json.gz`, 'about.json'])
})

test('two versions of the same moment are two versions', async () => {
  const { library, trip, version, folder, tidy } = await prepare()
  const other = { ...trip, city: 'Ulm' }
  await writeFile(join(folder, `${version}.json.${copied}.gz`), gzipSync(encodeTrip(other)))
  expect(await tidy()).toHaveLength(3)
  const names = await library.history.names(trip.id)
  const cities = await Promise.all(names.map(async (name) => valueOf(await library.history.read(trip.id, name)).city))
  expect(cities.toSorted()).toEqual(['Darmstadt', 'Ulm'])
})

test('a second note about whose versions these are is removed, and unreadable files stay', async () => {
  const { version, folder, tidy } = await prepare()
  await copyFile(join(folder, 'about.json'), join(folder, `about.${copied}.json`))
  await writeFile(join(folder, `${version}.json.${copied}.gz`), 'half of')
  expect(await tidy()).toEqual([`${version}.json.${copied}.gz`, `${version}.json.gz`, 'about.json'].toSorted())
})

test('second copies of derived files are removed, and nothing else', async () => {
  const folder = await temporaryFolder()
  const names = ['trips.json', `trips.${copied}.json`, 'trips (Ada’s conflicted copy 2026-04-14).json', 'mine.json']
  for (const name of names) await writeFile(join(folder, name), '{}')
  await tidyCache(folder, nodeFileSystem)
  expect((await readdir(folder)).toSorted()).toEqual(['mine.json', 'trips.json'])
})

test('conflict copies are cleaned up when the library is scanned', async () => {
  const { library, folder } = await prepare()
  await mkdir(join(library.folder, '.cache'), { recursive: true })
  await writeFile(join(library.folder, '.cache', `trips.${copied}.json`), '{}')
  await writeFile(join(folder, `about.${copied}.json`), '{}')
  const again = await someLibrary({ folder: library.folder })
  valueOf(await again.list())
  await again.close()
  expect(await readdir(join(library.folder, '.cache'))).not.toContain(`trips.${copied}.json`)
  expect(await readdir(folder)).not.toContain(`about.${copied}.json`)
})
