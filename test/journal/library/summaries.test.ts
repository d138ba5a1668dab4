import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { ok } from '../../../electron/shared/result.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { addTrip, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'

/** The trip files that a library reads while it lists its trips. */
async function readsOfListing(folder: string): Promise<string[]> {
  const disk = createBrokenDisk()
  const library = openLibrary({ folder, fileSystem: disk })
  valueOf(await library.list())
  await library.close()
  return disk.operations
    .filter(({ name, path }) => name === 'readFile' && path.endsWith('trip.json'))
    .map(({ path }) => path)
}

async function libraryOf(trips: number) {
  const library = await someLibrary()
  for (let index = 0; index < trips; index++) await addTrip(library, [someNote({ text: 'two words' })])
  valueOf(await library.list())
  await library.close()
  return library
}

describe('listing a library', () => {
  test('listing reads no trip that has not changed since the last time', async () => {
    const library = await libraryOf(20)
    expect(await readsOfListing(library.folder)).toEqual([])
  })

  test('listing does not open a file whose stamp is the same', async () => {
    const library = await libraryOf(1)
    const file = join(await onlyTripFolder(library), 'trip.json')
    // A whole second, which every disk stores exactly.
    await utimes(file, 1_770_000_000, 1_770_000_000)
    expect(await readsOfListing(library.folder)).toEqual([file])
    await writeFile(file, '#'.repeat((await stat(file)).size))
    await utimes(file, 1_770_000_000, 1_770_000_000)
    expect(await readsOfListing(library.folder)).toEqual([])
    await utimes(file, 1_770_000_001, 1_770_000_001)
    expect(await readsOfListing(library.folder)).toEqual([file])
  })

  test('listing reads the trip that has changed, and no other', async () => {
    const library = await libraryOf(10)
    const { trips } = valueOf(await library.list())
    const writer = await someLibrary({ folder: library.folder })
    await writer.update(trips[3]?.id ?? '', (state) => ok({ ...state, city: 'Ulm' }))
    expect(await readsOfListing(library.folder)).toHaveLength(1)
    expect(await readsOfListing(library.folder)).toEqual([])
    const cities = valueOf(await (await someLibrary({ folder: library.folder })).list()).trips.map(({ city }) => city)
    expect(cities.filter((city) => city === 'Ulm')).toHaveLength(1)
  })

  test('listing works without the cache, and with an invalid one', async () => {
    const library = await libraryOf(3)
    const cache = join(library.folder, '.cache', 'trips.json')
    const good = JSON.parse(await readFile(cache, 'utf8')) as { trips: Record<string, unknown> }
    for (const content of ['', 'null', '{"version":3}', '{"version":1,"trips":{"a":1}}', '\0\0', '[[[']) {
      await writeFile(cache, content)
      expect(await readsOfListing(library.folder)).toHaveLength(3)
    }
    expect(JSON.parse(await readFile(cache, 'utf8'))).toEqual(good)
  })

  test('listing removes trips from the cache that no longer exist', async () => {
    const library = await libraryOf(2)
    const writer = await someLibrary({ folder: library.folder })
    const { trips } = valueOf(await writer.list())
    await writer.delete(trips[0]?.id ?? '')
    expect(valueOf(await writer.list()).trips).toHaveLength(1)
    await writer.close()
    const cache = await readFile(join(library.folder, '.cache', 'trips.json'), 'utf8')
    expect(cache).not.toContain(trips[0]?.id)
  })

  test('listing works in a read-only library', async () => {
    const library = await libraryOf(2)
    const disk = createBrokenDisk()
    await mkdir(join(library.folder, '.cache', 'trips.json.d'))
    await writeFile(join(library.folder, '.cache', 'trips.json'), '')
    const reader = openLibrary({
      folder: library.folder,
      fileSystem: { ...disk, makeFolder: () => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' })) },
    })
    expect(valueOf(await reader.list()).trips).toHaveLength(2)
    await reader.close()
  })
})

test('a save touches nothing but its own trip and its history, however many trips there are', async () => {
  const library = await libraryOf(30)
  const disk = createBrokenDisk()
  const writer = openLibrary({ folder: library.folder, fileSystem: disk })
  const { trips } = valueOf(await writer.list())
  const id = trips[7]?.id ?? ''
  valueOf(await writer.open(id))
  await writer.close()
  disk.reset()
  valueOf(await writer.update(id, (state) => ok({ ...state, city: 'Ulm' })))
  await writer.close()
  const places = disk.operations.map(({ path }) => path.slice(library.folder.length).split(/[/\\]/)[1])
  const own = places.filter((place) => place !== undefined && place !== '.history' && place !== '.cache')
  expect(own.length).toBeLessThan(20)
  expect(new Set(own).size).toBe(1)
  expect(await readdir(library.folder)).toContain('.cache')
})
