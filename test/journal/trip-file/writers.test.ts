import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { findBase } from '../../../electron/journal/history/find-base.ts'
import { mergeTrips } from '../../../electron/journal/merge/merge-trips.ts'
import {
  descends,
  joinWriters,
  lastInCommon,
  noteWriter,
  writerOf,
} from '../../../electron/journal/trip-file/writers.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { addTrip, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const note = someNote({ text: 'first' })

const minute = (index: number) => new Date(Date.UTC(2026, 3, 14, 8, index)).toISOString()

/** The same, with its keys in another order. */
function turned<T extends object>(value: T): T {
  const [first, ...rest] = Object.entries(value)
  return { ...Object.fromEntries([...rest, ...(first === undefined ? [] : [first])]), ...value }
}

async function write(library: Library, tripId: string, text: string): Promise<Trip> {
  return valueOf(await library.update(tripId, (trip) => saveEntry(trip, note.id, { kind: 'note', text }))).trip
}

/** Two computers with the same trip, in which something is written. */
async function twoComputers() {
  const one = await someLibrary()
  const { id } = await addTrip(one, [note])
  const both = await write(one, id, 'both')
  await one.history.settled()
  const folder = join(await temporaryFolder(), 'Lanyard')
  await cp(one.folder, folder, { recursive: true })
  return { one, other: await someLibrary({ folder }), id, both }
}

describe('the writers of a trip', () => {
  it('the writers show that a state continues another, however long ago that was', async () => {
    const { one, id, both } = await twoComputers()
    let last = both
    for (let round = 0; round < 30; round++) last = await write(one, id, `round ${round}`)
    expect(descends(last, both)).toBe(true)
    expect(descends(both, last)).toBe(false)
    expect(descends(last, last)).toBe(true)
  })

  it('the writers show that two states diverged, and that their merge contains both', async () => {
    const { one, other, id, both } = await twoComputers()
    const [mine, yours] = [await write(one, id, 'mine'), await write(other, id, 'yours')]
    expect([descends(mine, yours), descends(yours, mine)]).toEqual([false, false])
    const { trip } = mergeTrips(both, mine, yours)
    expect([descends(trip, mine), descends(trip, yours), descends(trip, both)]).toEqual([true, true, true])
    expect([descends(mine, trip), descends(yours, trip)]).toEqual([false, false])
  })

  it('two different merges of the same two states count as two states', async () => {
    const { one, other, id, both } = await twoComputers()
    const [mine, yours] = [await write(one, id, 'mine'), await write(other, id, 'yours')]
    const [here, there] = [mergeTrips(both, mine, yours).trip, mergeTrips(null, mine, { ...yours, city: 'Ulm' }).trip]
    expect(here.updatedAt).toBe(there.updatedAt)
    expect([descends(here, there), descends(there, here)]).toEqual([false, false])
  })

  it('the writers do not depend on whether a state was read from a file or made a moment ago', async () => {
    const { one, other, id, both } = await twoComputers()
    const [mine, yours] = [await write(one, id, 'mine'), await write(other, id, 'yours')]
    const { trip } = mergeTrips(both, mine, yours)
    expect(mergeTrips(both, turned(mine), turned(yours)).trip).toEqual(trip)
    // Even if two states have the same time.
    const twin = { ...mine, city: 'Ulm' }
    expect(mergeTrips(both, mine, twin).trip).toEqual(mergeTrips(both, turned(twin), mine).trip)
  })

  it('the writers show nothing about states that were not recorded', async () => {
    const { both } = await twoComputers()
    const { writers: _, ...unknown } = both
    expect([descends(both, unknown), descends(unknown, both), descends(unknown, unknown)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('each run has a new writer, so that what an earlier state lacks is not considered known', async () => {
    const { one, id } = await twoComputers()
    const lost = await write(one, id, 'lost')
    const place = valueOf(await one.placeOf(id))
    const file = join(place, 'trip.json')
    const earlier = await readFile(file)
    const later = await write(one, id, 'later')
    await writeFile(file, earlier)
    await one.close()
    const again = await someLibrary({ folder: one.folder })
    const next = await write(again, id, 'next')
    expect(descends(next, lost)).toBe(true)
    expect(descends(next, later)).toBe(false)
  })

  it('the number of writers is limited, and the latest ones are kept', () => {
    let writers = noteWriter(undefined, 'first', minute(0))
    for (let index = 1; index <= 100; index++) writers = noteWriter(writers, `run-${index}`, minute(index))
    expect(Object.keys(writers)).toHaveLength(60)
    expect(writers).toMatchObject({ 'run-100': minute(100), 'run-41': minute(41) })
  })

  it('joining writers gives the same result on both sides', () => {
    const [one, other] = [
      { a: minute(1), b: minute(5) },
      { c: minute(3), b: minute(2) },
    ]
    const joined = { a: minute(1), b: minute(5), c: minute(3) }
    expect(JSON.stringify(joinWriters(one, other))).toBe(JSON.stringify(joined))
    expect(JSON.stringify(joinWriters(other, one))).toBe(JSON.stringify(joined))
    expect(writerOf('merged', 'x')).not.toBe(writerOf('merged', 'y'))
  })
})

describe('the common state of two computers', () => {
  it('the common state is found on both, even if one has never been closed in between', async () => {
    const { one, other, id, both } = await twoComputers()
    const [mine, yours] = [await write(one, id, 'mine'), await write(other, id, 'yours')]
    // The other has kept the common state, and the sync program brings it here.
    await other.history.settled()
    await cp(join(other.folder, '.history'), join(one.folder, '.history'), { recursive: true })
    for (const library of [one, other]) {
      expect((await findBase(library.history, mine, yours))?.updatedAt).toBe(both.updatedAt)
    }
    expect(lastInCommon(mine, yours)).toBe(both.updatedAt)
  })

  it('the common state is found even if many versions are newer', async () => {
    const { one, other, id, both } = await twoComputers()
    let [mine, yours] = [await write(one, id, 'mine'), await write(other, id, 'yours')]
    for (let round = 0; round < 60; round++) {
      mine = await write(one, id, `mine ${round}`)
      valueOf(await one.keepVersion(id))
    }
    yours = await write(other, id, 'yours, later')
    await other.history.settled()
    await cp(join(other.folder, '.history'), join(one.folder, '.history'), { recursive: true })
    expect((await findBase(one.history, mine, yours))?.updatedAt).toBe(both.updatedAt)
  })
})

describe('a computer that only displays a trip while another writes', () => {
  it('a computer that only displays a trip has the other’s words unchanged, and nothing twice', async () => {
    const { one, other, id } = await twoComputers()
    const arrive = async () => {
      const bytes = await readFile(join(valueOf(await one.placeOf(id)), 'trip.json'))
      await writeFile(join(valueOf(await other.placeOf(id)), 'trip.json'), bytes)
      return valueOf(await other.open(id))
    }
    for (const text of ['Soup with hot bred.', 'Soup with hot bread.', 'Soup with bread.', 'A salad.', '']) {
      // Only some of the states arrive, and none of them is kept as a version.
      await write(one, id, `${text} And`)
      const written = await write(one, id, text)
      expect(await arrive()).toEqual(written)
    }
    const mine = await write(other, id, 'Eaten.')
    expect(mine.entries.map(({ text }) => text)).toEqual(['Eaten.'])
  })
})
