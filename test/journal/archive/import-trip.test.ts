import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findWhereabouts } from '../../../electron/journal/archive/find-whereabouts.ts'
import { importTrip } from '../../../electron/journal/archive/import-trip.ts'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { deleteEntry } from '../../../electron/journal/edits/delete-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { ok } from '../../../electron/shared/result.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { addPicture, addPicturedTrip, opened, packed } from '../../support/archives.ts'
import { codeOf, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'

/** A trip on two computers: here, and in another library into which it was imported from a file. */
async function twice(): Promise<{ library: Library; elsewhere: Library; trip: Trip }> {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  const elsewhere = await someLibrary()
  valueOf(await importTrip(elsewhere, await opened(await packed(library, trip.id)), 'new'))
  return { library, elsewhere, trip }
}

const addNote = async (library: Library, trip: Trip, title: string) =>
  valueOf(await library.update(trip.id, (state) => addEntry(state, someNote({ title }))))

const retitle = async (library: Library, trip: Trip, title: string) => {
  const entryId = trip.entries[0]?.id ?? ''
  valueOf(await library.update(trip.id, (state) => saveEntry(state, entryId, { kind: 'note', title })))
}

const whereaboutsOf = async (library: Library, path: string) =>
  valueOf(await findWhereabouts(library, await opened(path)))
const titlesOf = (trip: Trip) => trip.entries.map((entry) => (entry.kind === 'encounter' ? entry.who : entry.title))

test('a trip that is not in the library counts as new', async () => {
  const library = await someLibrary()
  const trip = await addPicturedTrip(library)
  expect(await whereaboutsOf(await someLibrary(), await packed(library, trip.id))).toEqual({ state: 'new' })
})

test('the same trip is recognized as the same, and an older file as older', async () => {
  const { library, elsewhere, trip } = await twice()
  const path = await packed(elsewhere, trip.id)
  expect(await whereaboutsOf(library, path)).toEqual({ state: 'same', isOlder: false })
  await addNote(library, trip, 'Tea')
  expect(await whereaboutsOf(library, path)).toEqual({ state: 'same', isOlder: true })
})

test('the differences are counted entry by entry', async () => {
  const { library, elsewhere, trip } = await twice()
  for (const title of ['One', 'Two', 'Three']) await addNote(elsewhere, trip, title)
  await retitle(elsewhere, trip, 'Arrived')
  await addPicture(elsewhere, trip.id, 9)
  await addNote(library, trip, 'Mine')
  const gone = trip.entries[1]?.id ?? ''
  valueOf(await library.update(trip.id, (state) => deleteEntry(state, gone)))
  expect(await whereaboutsOf(library, await packed(elsewhere, trip.id))).toEqual({
    state: 'differs',
    news: { added: 3, deletedHere: 1, changed: 1, missing: 1, photos: 1, hasOtherDetails: false },
  })
})

test('merging keeps every entry and picture of both, and the version from before undoes it', async () => {
  const { library, elsewhere, trip } = await twice()
  await addNote(elsewhere, trip, 'Theirs')
  const photo = await addPicture(elsewhere, trip.id, 9)
  await addNote(library, trip, 'Ours')
  const before = valueOf(await library.open(trip.id))

  const archive = await opened(await packed(elsewhere, trip.id))
  const taken = valueOf(await importTrip(library, archive, 'merge'))
  expect(titlesOf(taken.trip).toSorted()).toEqual(['Arrival', 'Lunch', 'Ours', 'Theirs'])
  expect(taken).toMatchObject({ photos: 1, conflicts: [] })
  valueOf(await library.readPhoto(trip.id, photo.id))
  expect(valueOf(await library.history.read(trip.id, taken.undoVersionId ?? ''))).toEqual(before)
  // Merging the same again changes nothing.
  expect(await whereaboutsOf(library, await packed(elsewhere, trip.id))).toMatchObject({ state: 'same' })
})

test('both sides of a conflict are kept after merging', async () => {
  const { library, elsewhere, trip } = await twice()
  await retitle(elsewhere, trip, 'Arrived by tram')
  await retitle(library, trip, 'Arrived by boat')
  const taken = valueOf(await importTrip(library, await opened(await packed(elsewhere, trip.id)), 'merge'))
  expect(taken.conflicts).toHaveLength(1)
  expect(titlesOf(taken.trip)).toEqual(expect.arrayContaining(['Arrived by tram', 'Arrived by boat']))
})

test('both can be kept, as two independent trips', async () => {
  const { library, elsewhere, trip } = await twice()
  await addNote(elsewhere, trip, 'Theirs')
  const taken = valueOf(await importTrip(library, await opened(await packed(elsewhere, trip.id)), 'copy'))
  expect(taken.trip).toMatchObject({ title: 'Lantern Conf 2026 (copy)', entries: [{}, {}, { title: 'Theirs' }] })
  expect(taken.trip.id).not.toBe(trip.id)
  expect(valueOf(await library.list()).trips).toHaveLength(2)
  expect(valueOf(await library.open(trip.id))).toEqual(trip)
  for (const { id } of trip.photos) valueOf(await library.readPhoto(taken.trip.id, id))
})

test('an existing trip is not imported as new, even if the library has not been scanned yet', async () => {
  const { library, trip } = await twice()
  const archive = await opened(await packed(library, trip.id))
  const fresh = await someLibrary({ folder: library.folder })
  expect(codeOf(await importTrip(fresh, archive, 'new'))).toBe('archive.here')
})

test('a picture whose file was lost is restored from the imported file', async () => {
  const { library, elsewhere, trip } = await twice()
  const [photo] = trip.photos
  await rm(join(await onlyTripFolder(library), 'photos', photo?.file ?? ''))
  const path = await packed(elsewhere, trip.id)
  expect(await whereaboutsOf(library, path)).toMatchObject({ state: 'differs', news: { photos: 1, added: 0 } })
  expect(valueOf(await importTrip(library, await opened(path), 'merge')).photos).toBe(1)
  valueOf(await library.readPhoto(trip.id, photo?.id ?? ''))
  expect(valueOf(await library.open(trip.id))).toEqual(trip)
})

test("importing a trip that is in the trash restores the file's state, and leaves the one in the trash", async () => {
  const { library, elsewhere, trip } = await twice()
  await addNote(elsewhere, trip, 'Theirs')
  valueOf(await library.delete(trip.id))
  const path = await packed(elsewhere, trip.id)
  expect(await whereaboutsOf(library, path)).toEqual({ state: 'in-trash' })
  valueOf(await importTrip(library, await opened(path), 'new'))
  expect(titlesOf(valueOf(await library.open(trip.id)))).toEqual(['Arrival', 'Lunch', 'Theirs'])
  expect(valueOf(await library.trash())).toHaveLength(1)
})

test('a trip whose own file is damaged is reported as such, and the import can be kept beside it', async () => {
  const { library, elsewhere, trip } = await twice()
  const path = await packed(elsewhere, trip.id)
  const folder = await onlyTripFolder(library)
  valueOf(await library.update(trip.id, (state) => ok({ ...state, title: 'Changed' })))
  await writeFile(join(folder, 'trip.json'), '{')
  expect(await whereaboutsOf(library, path)).toMatchObject({ state: 'unreadable' })
  valueOf(await importTrip(library, await opened(path), 'copy'))
})
