import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { packTrip } from '../../../electron/journal/archive/pack-trip.ts'
import { importTrip } from '../../../electron/journal/archive/import-trip.ts'
import { inWords } from '../../support/in-words.ts'
import {
  addPicturedTrip,
  fileOf,
  handMadeZip,
  opened,
  packed,
  somePicture,
  tripBytes,
  tripFiles,
} from '../../support/archives.ts'
import { codeOf, onlyTripFolder, someLibrary, someNote, strayFiles, tripWith, valueOf } from '../../support/library.ts'
import { hasProgram } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a trip that was packed and imported elsewhere is identical byte by byte, including its pictures', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library, 3)
  const archive = await opened(await packed(library, trip.id))
  expect(archive).toMatchObject({ trip, remarks: [] })

  const elsewhere = await someLibrary()
  const taken = valueOf(await importTrip(elsewhere, archive, 'new'))
  expect(taken).toMatchObject({ photos: 3, conflicts: [], undoVersionId: null })
  expect(await tripBytes(elsewhere, trip.id)).toEqual(await tripBytes(library, trip.id))
  const [there, here] = [await onlyTripFolder(library), await onlyTripFolder(elsewhere)]
  expect(await readdir(join(here, 'photos'))).toEqual(await readdir(join(there, 'photos')))
  for (const file of await readdir(join(here, 'photos'))) {
    expect(await readFile(join(here, 'photos', file))).toEqual(await readFile(join(there, 'photos', file)))
  }
})

test('the same trip gives the same bytes', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  const first = await readFile(await packed(library, trip.id))
  expect(await readFile(await packed(library, trip.id))).toEqual(first)
})

test.skipIf(!hasProgram('unzip'))('any zip program unpacks it into a folder that a library opens', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  const path = await packed(library, trip.id)
  const folder = await temporaryFolder()
  execFileSync('unzip', ['-q', path, '-d', folder])
  expect(await readdir(folder)).toEqual([basename(await onlyTripFolder(library))])
  const unzipped = await someLibrary({ folder })
  expect(valueOf(await unzipped.open(trip.id))).toEqual(trip)
  for (const { id } of trip.photos) valueOf(await unzipped.readPhoto(trip.id, id))
})

test('a zip that was made by hand, with files that systems add, can be imported', async () => {
  const picture = somePicture(7)
  const trip = { ...tripWith([someNote({ title: 'Arrival' })]), photos: [picture.photo] }
  const files = tripFiles(trip, [picture]).map((file) => ({ ...file, method: 8 }))
  const litter = [
    { name: 'a-trip/', data: '' },
    { name: 'a-trip/.DS_Store', data: 'x' },
    { name: '__MACOSX/a-trip/._trip.json', data: 'x' },
  ]
  for (const zip of [
    handMadeZip([...files, ...litter]),
    // Without the enclosing folder.
    handMadeZip(files.map((file) => ({ ...file, name: String(file.name).replace('a-trip/', '') }))),
  ]) {
    const archive = await opened({ kind: 'bytes', data: zip })
    expect(archive).toMatchObject({ trip, files: [picture.photo.id], remarks: [] })
  }
})

test('a picture that is missing or damaged in the library is reported, and the rest is packed', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library, 3)
  const photos = join(await onlyTripFolder(library), 'photos')
  const [gone, changed, whole] = trip.photos
  await rm(join(photos, gone?.file ?? ''))
  await writeFile(join(photos, changed?.file ?? ''), 'no picture')
  const path = join(await temporaryFolder(), 'copy.lanyard')
  const result = valueOf(await packTrip({ library, tripId: trip.id, path, replace: false }))
  expect(result).toMatchObject({ path, photos: 1 })
  expect(inWords(result.remarks)).toEqual([
    expect.stringContaining(gone?.file ?? ''),
    expect.stringContaining(changed?.file ?? ''),
  ])
  const archive = await opened(path)
  expect(archive.files).toEqual([whole?.id])
  expect(inWords(archive.remarks)).toEqual([expect.stringMatching(/^2 pictures are not in the file: /)])
})

test('an existing file is replaced only on request, and a path in the library is refused', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  const path = await fileOf(new TextEncoder().encode('mine'))
  expect(codeOf(await packTrip({ library, tripId: trip.id, path, replace: false }))).toBe('export.target-exists')
  expect(await readFile(path, 'utf8')).toBe('mine')
  valueOf(await packTrip({ library, tripId: trip.id, path, replace: true }))
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  const inside = join(library.folder, 'copy.lanyard')
  expect(codeOf(await packTrip({ library, tripId: trip.id, path: inside, replace: false }))).toBe(
    'input.copy-in-library',
  )
})

test('a folder in the library whose name begins with two dots is refused as a place for a copy', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  const path = join(library.folder, '..copies', 'copy.lanyard')
  await mkdir(join(library.folder, '..copies'))
  expect(codeOf(await packTrip({ library, tripId: trip.id, path, replace: false }))).toBe('input.copy-in-library')
})

test('cancelling a copy at any step leaves nothing behind', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library, 3)
  for (const step of [0, 1, 2, 3, 4, 5]) {
    const cancel = new AbortController()
    const folder = await temporaryFolder()
    let steps = 0
    const result = await packTrip({
      library,
      tripId: trip.id,
      path: join(folder, 'copy.lanyard'),
      replace: false,
      signal: cancel.signal,
      reportProgress: () => void (steps++ === step && cancel.abort()),
    })
    expect(codeOf(result)).toBe('cancelled.copy')
    expect(await readdir(folder)).toEqual([])
  }
})

test('cancelling an import leaves nothing in the library', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library, 3)
  const archive = await opened(await packed(library, trip.id))
  const elsewhere = await someLibrary()
  const cancel = new AbortController()
  const taken = await importTrip(elsewhere, archive, 'new', {
    signal: cancel.signal,
    reportProgress: () => cancel.abort(),
  })
  expect(codeOf(taken)).toBe('cancelled.import')
  expect((await readdir(elsewhere.folder)).filter((name) => !name.startsWith('.'))).toEqual([])
  expect(await strayFiles(elsewhere.folder)).toEqual([])
})
