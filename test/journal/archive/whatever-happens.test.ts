import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenArchive } from '../../../electron/journal/archive/open-archive.ts'
import { packTrip } from '../../../electron/journal/archive/pack-trip.ts'
import { importTrip } from '../../../electron/journal/archive/import-trip.ts'
import { unpackTrip } from '../../../electron/journal/archive/unpack-trip.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { addPicturedTrip, handMadeZip, packed, pictureData, somePicture, tripFiles } from '../../support/archives.ts'
import { type BrokenDisk, createBrokenDisk } from '../../support/broken-disk.ts'
import { someLibrary, someNote, strayFiles, tripWith, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Like a shell, but in this thread: what happens to the disk is the same. */
async function openHere(path: string): Promise<OpenArchive> {
  const unpacked = valueOf(await unpackTrip({ kind: 'file', path }))
  return {
    ...unpacked,
    readFile: async (id) => valueOf(await unpacked.readFile(id)),
    close: async () => unpacked.close(),
  }
}

const visible = async (folder: string) =>
  (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'))

/**
 * Tries with the first operation of the disk failing, then with the second, until none fails.
 *
 * @param attempt returns what is there afterwards
 * @returns the distinct results, and the number of attempts
 */
async function withEachFailure(attempt: (disk: BrokenDisk) => Promise<string>) {
  const outcomes = new Set<string>()
  for (let tries = 1; ; tries++) {
    const disk = createBrokenDisk()
    disk.fail(tries, 'EIO', false)
    outcomes.add(await attempt(disk))
    if (disk.operations.length < tries) return { outcomes: [...outcomes].toSorted(), tries }
  }
}

describe('an archive on a failing disk', () => {
  test('a copy is either complete or missing, whichever operation fails', async () => {
    const library = await someLibrary()
    const trip = await addPicturedTrip(library)
    const { outcomes, tries } = await withEachFailure(async (disk) => {
      const folder = await temporaryFolder()
      const path = join(folder, 'copy.lanyard')
      const saved = await packTrip({ library, tripId: trip.id, path, replace: false, fileSystem: disk })
      if ((await visible(folder)).length === 0) return saved.ok ? 'said to be there' : 'nothing'
      const archive = await openHere(path)
      await archive.close()
      return `${archive.files.length} of 2 pictures`
    })
    expect(outcomes).toEqual(['2 of 2 pictures', 'nothing'])
    expect(tries).toBeGreaterThan(8)
  })

  test('a trip is imported either completely or not at all, whichever operation fails', async () => {
    const library = await someLibrary()
    const trip = await addPicturedTrip(library)
    const path = await packed(library, trip.id)
    const { outcomes, tries } = await withEachFailure(async (disk) => {
      const archive = await openHere(path)
      const into = await someLibrary({ fileSystem: disk })
      const taken = await importTrip(into, archive, 'new')
      await archive.close()
      if ((await visible(into.folder)).length === 0) return taken.ok ? 'said to be there' : 'nothing'
      const afterwards = await someLibrary({ folder: into.folder })
      const photos = await Promise.all(trip.photos.map(({ id }) => afterwards.readPhoto(trip.id, id)))
      return `${photos.filter(({ ok }) => ok).length} of 2 pictures`
    })
    expect(outcomes).toEqual(['2 of 2 pictures', 'nothing'])
    expect(tries).toBeGreaterThan(8)
  })
})

test('what a killed process has left of a copy is removed by the next one', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  const folder = await temporaryFolder()
  // No process has this id.
  await writeFile(join(folder, `.copy.lanyard.4194305-${crypto.randomUUID()}.tmp`), 'half')
  valueOf(await packTrip({ library, tripId: trip.id, path: join(folder, 'copy.lanyard'), replace: false }))
  expect(await strayFiles(folder)).toEqual([])
})

describe('an archive of any trip', () => {
  const pictures = fc.uniqueArray(fc.integer({ min: 1, max: 250 }), { maxLength: 4 })
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 4 })

  test('unpacking gives exactly what was packed', async () => {
    const library = await someLibrary()
    const property = fc.asyncProperty(texts, pictures, fc.string({ unit: 'grapheme' }), async (notes, seeds, title) => {
      const made = seeds.map((seed) => somePicture(seed, `${title}.png`))
      const trip: Trip = {
        ...tripWith(
          notes.map((text) => someNote({ text })),
          { title: `x${title}` },
        ),
        photos: made.map(({ photo }) => photo),
      }
      valueOf(await library.create(trip, new Map(made.map(({ photo, data }) => [photo.id, data]))))
      const archive = await openHere(await packed(library, trip.id))
      expect(archive).toMatchObject({ trip, files: made.map(({ photo }) => photo.id), remarks: [] })
      for (const { photo, data } of made) expect(await archive.readFile(photo.id)).toEqual(data)
      await archive.close()
    })
    await fc.assert(property, { numRuns: 20 })
  })

  test('changing, removing or inserting bytes anywhere never gives a different picture or trip', async () => {
    const picture = somePicture(5)
    const trip = { ...tripWith([someNote({ text: 'Soup.' })]), photos: [picture.photo] }
    const zip = handMadeZip(tripFiles(trip, [picture]))
    const damage = fc.record({
      at: fc.nat(zip.byteLength - 1),
      length: fc.nat(40),
      put: fc.uint8Array({ maxLength: 40 }),
    })
    const property = fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
      let data: Uint8Array = zip
      for (const { at, length, put } of damages) {
        data = Buffer.concat([data.subarray(0, at), put, data.subarray(at + length)])
      }
      const unpacked = await unpackTrip({ kind: 'bytes', data })
      if (!unpacked.ok) return
      expect(unpacked.value.trip).toEqual(trip)
      for (const id of unpacked.value.files) {
        const bytes = valueOf(await unpacked.value.readFile(id))
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(picture.photo.sha256)
      }
      unpacked.value.close()
    })
    await fc.assert(property, { numRuns: 500 })
  })
})

test('a copy with large pictures is written and read piece by piece', async () => {
  const library = await someLibrary()
  const large = somePicture(3)
  const data = pictureData(3, 6 * 1024 * 1024)
  const sha256 = createHash('sha256').update(data).digest('hex')
  const photo = { ...large.photo, bytes: data.byteLength, sha256 }
  const trip = valueOf(await library.create({ ...tripWith([]), photos: [photo] }, new Map([[photo.id, data]]))).trip
  const path = await packed(library, trip.id)
  expect((await readFile(path)).byteLength).toBeGreaterThan(data.byteLength)
  const archive = await openHere(path)
  expect(Buffer.compare(await archive.readFile(photo.id), data)).toBe(0)
  await archive.close()
})
