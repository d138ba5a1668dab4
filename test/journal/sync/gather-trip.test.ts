import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { gatherTrip } from '../../../electron/journal/sync/gather-trip.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { addTrip, onlyTripFolder, someLibrary, someNote, tripWith, valueOf } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'
import { onePixel } from '../../support/trips.ts'

const copy = 'trip.sync-conflict-20260414-101500-7XQK2PA.json'
const photo = photoOf()

const photos = new Map([[photo.id, onePixel]])
const textsOf = ({ entries }: Trip) => entries.map(({ text }) => text)
const add = async (library: Library, { id }: Trip, text: string) =>
  valueOf(await library.update(id, (trip) => addEntry(trip, someNote({ text })))).trip

/** Two trips of the same name that were created on two computers: Syncthing has replaced one with the other. */
async function twoOfOneName() {
  const library = await someLibrary()
  const mine = await addTrip(library, [someNote({ text: 'mine' })])
  const place = await onlyTripFolder(library)
  const theirs = { ...tripWith([someNote({ text: 'theirs' })]), photos: [photo] }
  await writeFile(join(place, copy), encodeTrip(theirs))
  await mkdir(join(place, 'photos'))
  await writeFile(join(place, 'photos', photo.file), onePixel)
  return { library, mine, theirs, place }
}

describe('a trip in a folder that another computer has used for a different trip', () => {
  it('a hidden trip gets its own folder, with its pictures', async () => {
    const { library, mine, theirs, place } = await twoOfOneName()
    expect(valueOf(await gatherTrip(library, mine.id))).toEqual({ merged: null, detached: [theirs.id] })
    expect((await readdir(place)).toSorted()).toEqual(['photos', 'trip.json'])
    expect(await readdir(join(place, 'photos'))).toEqual([])
    const { trips, unreadable } = valueOf(await library.list())
    expect([trips.map(({ id }) => id).toSorted(), unreadable]).toEqual([[mine.id, theirs.id].toSorted(), []])
    expect(textsOf(valueOf(await library.open(theirs.id)))).toEqual(['theirs'])
    expect(Buffer.from(valueOf(await library.readPhoto(theirs.id, photo.id)).data).equals(onePixel)).toBe(true)
    expect(textsOf(valueOf(await library.open(mine.id)))).toEqual(['mine'])
  })

  it('a hidden trip has the same folder with the same bytes on both computers', async () => {
    const { library, mine, theirs } = await twoOfOneName()
    const elsewhere = `${library.folder}-elsewhere`
    await cp(library.folder, elsewhere, { recursive: true })
    const other = await someLibrary({ folder: elsewhere })
    for (const side of [library, other]) valueOf(await gatherTrip(side, mine.id))
    const places = [valueOf(await library.placeOf(theirs.id)), valueOf(await other.placeOf(theirs.id))] as const
    expect(basename(places[0])).toBe(basename(places[1]))
    const files = await Promise.all(places.map((folder) => readFile(join(folder, 'trip.json'))))
    expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true)
  })

  it('a hidden trip is found when it is requested, and not instead of the one that has the folder', async () => {
    const { library, theirs } = await twoOfOneName()
    expect(textsOf(valueOf(await library.open(theirs.id)))).toEqual(['theirs'])
  })

  it('a hidden trip that was listed before is listed again at once', async () => {
    const library = await someLibrary()
    const mine = await addTrip(library, [someNote({ text: 'mine' })])
    valueOf(await library.list())
    const file = join(await onlyTripFolder(library), 'trip.json')
    await rename(file, join(file, '..', copy))
    await writeFile(file, encodeTrip(tripWith([someNote({ text: 'theirs' })])))
    const { trips } = valueOf(await library.list())
    expect(trips).toHaveLength(2)
    expect(textsOf(valueOf(await library.open(mine.id)))).toEqual(['mine'])
  })

  it('a hidden trip is merged into what the other computer has already sent of it', async () => {
    const { library, mine, theirs, place } = await twoOfOneName()
    const { trip } = valueOf(await library.create(theirs))
    await add(library, trip, 'later')
    expect(valueOf(await gatherTrip(library, mine.id)).detached).toEqual([])
    expect(await readdir(place)).not.toContain(copy)
    expect(textsOf(valueOf(await library.open(theirs.id)))).toEqual(['theirs', 'later'])
  })
})

describe('a trip in two folders, because one computer renamed the folder while another wrote to it', () => {
  it('a trip in two folders has the changes of both, and both folders stay', async () => {
    const library = await someLibrary()
    const trip = await add(library, await addTrip(library, []), 'both')
    const place = await onlyTripFolder(library)
    await library.close()
    const renamed = `${place} (mine)`
    await cp(place, renamed, { recursive: true })
    const writer = await someLibrary({ folder: library.folder })
    await add(writer, trip, 'written in the one')
    await writer.close()
    await rename(place, `${library.folder}-away`)
    const other = await someLibrary({ folder: library.folder })
    await add(other, trip, 'written in the other')
    await other.close()
    await rename(`${library.folder}-away`, place)

    const last = await someLibrary({ folder: library.folder })
    valueOf(await last.list())
    const { merged } = valueOf(await gatherTrip(last, trip.id))
    expect(merged?.conflicts).toEqual([])
    expect(textsOf(valueOf(await last.open(trip.id)))).toEqual(['both', 'written in the one', 'written in the other'])
    expect((await readdir(library.folder)).filter((name) => !name.startsWith('.'))).toHaveLength(2)
    // The changes are merged only once.
    expect(valueOf(await gatherTrip(last, trip.id)).merged).toBeNull()
  })

  it('an old copy that was made by hand is not merged', async () => {
    const library = await someLibrary()
    const trip = await add(library, await addTrip(library, []), 'then')
    const place = await onlyTripFolder(library)
    await cp(place, `${place}-copy`, { recursive: true })
    for (let round = 0; round < 20; round++) await add(library, trip, `${round}`)
    const now = valueOf(await library.open(trip.id))
    valueOf(await library.list())
    expect(library.duplicateFolders(trip.id)).toEqual([`${basename(place)}-copy`])
    expect(valueOf(await gatherTrip(library, trip.id)).merged).toBeNull()
    expect(valueOf(await library.open(trip.id))).toBe(now)
  })
})

async function withPhoto() {
  const library = await someLibrary()
  const { trip } = valueOf(await library.create({ ...tripWith([someNote()]), photos: [photo] }, photos))
  const place = await onlyTripFolder(library)
  return { library, trip, place }
}

describe('pictures that were separated from their trip', () => {
  it('pictures are restored from the trash, where another computer has put them with the trip', async () => {
    const { library, trip, place } = await withPhoto()
    const trashed = join(library.folder, '.trash', `2026-04-14T10-15-00.000Z-${basename(place)}`)
    await cp(place, trashed, { recursive: true })
    await rm(join(place, 'photos'), { recursive: true })
    valueOf(await gatherTrip(library, trip.id))
    expect(await readFile(join(place, 'photos', photo.file))).toEqual(onePixel)
    expect(await readFile(join(trashed, 'photos', photo.file))).toEqual(onePixel)
  })

  it('pictures are restored from a folder of another name, but other pictures of the same name are not', async () => {
    const { library, trip, place } = await withPhoto()
    await mkdir(join(library.folder, 'another', 'photos'), { recursive: true })
    await writeFile(join(library.folder, 'another', 'photos', photo.file), 'something else')
    await rm(join(place, 'photos', photo.file))
    valueOf(await gatherTrip(library, trip.id))
    expect(await readdir(join(place, 'photos'))).toEqual([])
    await cp(place, join(library.folder, 'renamed'), { recursive: true })
    await writeFile(join(library.folder, 'renamed', 'photos', photo.file), onePixel)
    valueOf(await gatherTrip(library, trip.id))
    expect(await readFile(join(place, 'photos', photo.file))).toEqual(onePixel)
  })
})

it('a conflict copy without news is moved away silently', async () => {
  const library = await someLibrary()
  const trip = await add(library, await addTrip(library, []), 'then')
  const place = await onlyTripFolder(library)
  await writeFile(join(place, copy), encodeTrip(trip))
  await add(library, trip, 'now')
  expect(valueOf(await gatherTrip(library, trip.id))).toEqual({ merged: null, detached: [] })
  expect((await readdir(place)).toSorted()).toEqual(['trip.json'])
  expect(await readdir(join(library.folder, '.history', trip.id, 'conflicts'))).toEqual([copy])
})
