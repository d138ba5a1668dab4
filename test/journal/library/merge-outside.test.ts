import { readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { OTHER_VERSION_TAG } from '../../../electron/journal/merge/other-version.ts'
import { ok } from '../../../electron/shared/result.ts'
import type { EntryChanges, Trip } from '../../../electron/shared/trip.ts'
import { addTrip, codeOf, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'

const [lunch, walk] = [someNote({ title: 'Lunch', text: 'Soup.' }), someNote({ title: 'Walk', text: 'Far.' })]
type Changes = Omit<Extract<EntryChanges, { kind: 'note' }>, 'kind'>

async function prepare() {
  const told: string[] = []
  const library = await someLibrary({ onTripChanged: (tripId) => told.push(tripId) })
  const { id } = await addTrip(library, [lunch, walk])
  const trip = valueOf(await library.open(id))
  const file = join(await onlyTripFolder(library), 'trip.json')
  const edit = async (by: Library, entryId: string, changes: Changes) =>
    valueOf(await by.update(id, (state) => saveEntry(state, entryId, { kind: 'note', ...changes }))).trip
  /** Edits the file as with a text editor. */
  const byHand = async (change: (trip: Trip) => Trip) =>
    writeFile(
      file,
      JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as Trip), null, 2).replace(
        / {2}"checksum.*\n/,
        '',
      ),
    )
  const versions = async () => {
    await library.history.settled()
    return Promise.all(
      valueOf(await library.history.list(id)).map(async ({ versionId }) =>
        valueOf(await library.history.read(id, versionId)),
      ),
    )
  }
  return { library, id, trip, file, told, edit, byHand, versions }
}

const texts = (trip: Trip) => trip.entries.map(({ text }) => text)

describe('a change that meets a change by another program', () => {
  it('changes by two programs to different fields of an entry are both kept', async () => {
    const { library, trip, edit } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    await edit(other, lunch.id, { text: 'Stew.' })
    const merged = await edit(library, lunch.id, { title: 'Dinner' })
    expect(merged.entries[0]).toMatchObject({ title: 'Dinner', text: 'Stew.' })
    expect(valueOf(await other.open(trip.id))).toEqual(merged)
  })

  it('changes by two programs to the same field are both kept, visibly', async () => {
    const { library, edit, told, id } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    await edit(other, lunch.id, { text: 'Stew.' })
    const merged = await edit(library, lunch.id, { text: 'Salad.' })
    expect(texts(merged)).toEqual(['Salad.', 'Stew.', 'Far.'])
    expect(merged.entries[1]?.tags).toEqual([OTHER_VERSION_TAG])
    expect(told).toEqual([id])
  })

  it('a hundred changes by two programs are all kept', async () => {
    const { library, id, edit } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    for (let round = 0; round < 50; round++) {
      await edit(other, lunch.id, { text: `Theirs ${round}.` })
      await edit(library, walk.id, { text: `Ours ${round}.` })
    }
    const trip = valueOf(await library.open(id))
    expect(texts(trip)).toEqual(['Theirs 49.', 'Ours 49.'])
    expect(valueOf(await other.open(id))).toEqual(trip)
  })

  it('a change that meets another program’s change can add pictures, and can be refused', async () => {
    const { library, id, edit } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    await edit(other, lunch.id, { text: 'Stew.' })
    const before = await edit(other, lunch.id, { text: 'Stew!' })
    expect(codeOf(await library.update(id, (trip) => ok({ ...trip, firstDay: 'never' })))).toBe('input.not-a-trip')
    expect(valueOf(await library.open(id))).toEqual(before)
  })
})

describe('a change by hand', () => {
  it('a change by hand is merged like any other, and gets a time', async () => {
    const { library, id, edit, byHand } = await prepare()
    await byHand((trip) => ({ ...trip, entries: trip.entries.map((entry) => ({ ...entry, tags: ['by hand'] })) }))
    const merged = await edit(library, lunch.id, { text: 'Stew.' })
    expect(merged.entries.map(({ tags }) => tags)).toEqual([['by hand'], ['by hand']])
    expect(merged.entries[0]?.text).toBe('Stew.')
    expect(Date.parse(merged.entries[1]?.updatedAt ?? '')).toBeGreaterThan(Date.parse(walk.updatedAt))
    expect(valueOf(await library.open(id))).toEqual(merged)
  })

  it('an entry that was removed by hand is among the deleted ones, from which it can be restored', async () => {
    const { library, id, byHand } = await prepare()
    await byHand((trip) => ({ ...trip, entries: trip.entries.slice(1) }))
    const trip = valueOf(await library.open(id))
    expect(trip.entries.map((entry) => entry.id)).toEqual([walk.id])
    expect(trip.deleted.map(({ entry }) => entry.id)).toEqual([lunch.id])
  })

  it('the state after a change by hand is a version of its own, and so is the state before it', async () => {
    const { library, id, edit, byHand, versions } = await prepare()
    await edit(library, lunch.id, { text: 'Stew.' })
    await byHand((trip) => ({ ...trip, city: 'Mainz' }))
    valueOf(await library.open(id))
    const kept = await versions()
    expect(kept.some(({ city }) => city === 'Mainz')).toBe(true)
    expect(kept.some((trip) => trip.city === 'Darmstadt' && texts(trip)[0] === 'Stew.')).toBe(true)
  })

  it('a change by hand that only affects the form of the file changes nothing', async () => {
    const { library, id, trip, byHand, told } = await prepare()
    await byHand((state) => state)
    expect(valueOf(await library.open(id))).toBe(trip)
    await utimes(join(await onlyTripFolder(library), 'trip.json'), new Date(), new Date(1))
    expect(valueOf(await library.open(id))).toBe(trip)
    expect(told).toEqual([])
  })
})

describe('a file that replaced the trip', () => {
  it('a file by a program that did not know what was written here costs no words when it replaces the trip', async () => {
    const { library, id, trip, file, edit } = await prepare()
    const later = new Date(Date.now() + 60_000).toISOString()
    await edit(library, lunch.id, { text: 'Stew.' })
    // Another computer continued from the common state, and its complete file arrives here.
    const theirs = {
      ...trip,
      updatedAt: later,
      entries: trip.entries.map((entry) =>
        entry.id === walk.id ? { ...entry, text: 'Further.', updatedAt: later } : entry,
      ),
    }
    await writeFile(file, encodeTrip(theirs))
    const opened = valueOf(await library.open(id))
    expect(texts(opened)).toContain('Stew.')
    expect(texts(opened)).toContain('Further.')
    const other = await someLibrary({ folder: library.folder })
    expect(valueOf(await other.open(id))).toEqual(opened)
  })

  it('a file by a program that continued from the current state is used unchanged', async () => {
    const { library, id, edit } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    await edit(other, lunch.id, { text: '' })
    const theirs = await edit(other, walk.id, { text: 'Near.' })
    expect(valueOf(await library.open(id))).toEqual(theirs)
    expect(texts(theirs)).toEqual(['', 'Near.'])
  })
})

it('the content of a deleted file is kept as a version when the deletion is noticed', async () => {
  const { library, id, file, edit, versions } = await prepare()
  await edit(library, lunch.id, { text: 'Stew.' })
  await edit(library, lunch.id, { text: 'Stew and bread.' })
  await rm(file)
  expect(codeOf(await library.open(id))).toBe('trip.missing')
  const [newest] = await versions()
  expect(newest?.entries.map(({ text }) => text)).toEqual(['Stew and bread.', 'Far.'])
})
