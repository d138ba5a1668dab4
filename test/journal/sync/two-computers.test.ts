import { cp, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/journal/library/library.ts'
import { decodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { mergeAllCopies } from '../../../electron/journal/sync/merge-copies.ts'
import { ok } from '../../../electron/shared/result.ts'
import { now } from '../../../electron/shared/time.ts'
import type { Entry, Talk, Trip } from '../../../electron/shared/trip.ts'
import { onlyTripFolder, someLibrary, valueOf } from '../../support/library.ts'
import { doAll, edit } from '../../support/random-edits.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { idOf, writtenNote, writtenTalk, writtenTrip } from '../../support/written-trip.ts'

const EDITS = 200
const copyName = 'trip.sync-conflict-20260414-101500-7XQK2PA.json'

interface Computer {
  library: Library
  file: string
  /** The side in {@link doAll}, so that the two make different ids. */
  side: number
}

async function computer(folder: string, side: number): Promise<Computer> {
  const library = await someLibrary({ folder })
  return { library, file: join(await onlyTripFolder(library), 'trip.json'), side }
}

/** Two computers with the same library, as a sync program has left it. */
async function twoComputers(): Promise<{ tripId: string; one: Computer; other: Computer }> {
  const library = await someLibrary()
  const entries = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? writtenNote : writtenTalk)(index + 1))
  const { id: tripId } = valueOf(await library.create(writtenTrip({ entries }))).trip
  valueOf(await library.update(tripId, (trip) => ok({ ...trip, city: 'Darmstadt' })))
  valueOf(await library.keepVersion(tripId))
  await library.close()
  const elsewhere = join(await temporaryFolder(), 'Lanyard')
  await cp(library.folder, elsewhere, { recursive: true })
  return { tripId, one: await computer(library.folder, 2), other: await computer(elsewhere, 3) }
}

/** Edits the trip on one of them, without a network. */
async function writeOn({ library, side }: Computer, tripId: string, seed: number): Promise<Trip> {
  const edits = fc.sample(edit, { numRuns: EDITS, seed })
  for (const [index, what] of edits.entries()) {
    valueOf(await library.update(tripId, (trip) => ok(doAll(trip, [what], side * 1000 + index, 100 + index))))
  }
  return valueOf(await library.open(tripId))
}

/** What Syncthing does: both computers get the same one of the two files, with the other beside it as a copy. */
async function connect(winner: Computer, loser: Computer, tripId: string): Promise<void> {
  const [bytes, lost] = [await readFile(winner.file), await readFile(loser.file)]
  await Promise.all([winner, loser].map(({ library }) => library.history.settled()))
  const histories = [winner, loser].map(({ library }) => join(library.folder, '.history', tripId)) as [string, string]
  await cp(histories[0], histories[1], { recursive: true, force: false })
  await cp(histories[1], histories[0], { recursive: true, force: false })
  await writeFile(loser.file, bytes)
  for (const { file } of [winner, loser]) await writeFile(join(file, '..', copyName), lost)
}

const idsOf = ({ entries, deleted }: Trip) => [...entries, ...deleted.map(({ entry }) => entry)].map(({ id }) => id)

describe('two computers that wrote in the same trip while they were apart', () => {
  it.each([1, 2, 3])(
    'two computers have every entry of both once they are connected, and the same bytes (%i)',
    async (seed) => {
      const { tripId, one, other } = await twoComputers()
      const [mine, yours] = [await writeOn(one, tripId, seed), await writeOn(other, tripId, seed + 100)]
      expect(mine).not.toEqual(yours)
      await connect(one, other, tripId)
      for (const { library } of [one, other]) valueOf(await mergeAllCopies(library, tripId))

      const bytes = await readFile(one.file)
      expect((await readFile(other.file)).equals(bytes)).toBe(true)
      const together = valueOf(decodeTrip(bytes, basename(one.file)))
      const held = new Set(idsOf(together))
      expect([...idsOf(mine), ...idsOf(yours)].filter((id) => !held.has(id))).toEqual([])

      // Nothing is left to do on either, also after a restart.
      for (const { library } of [one, other]) {
        expect(valueOf(await mergeAllCopies(library, tripId))).toBeNull()
        const again = await someLibrary({ folder: library.folder })
        expect(valueOf(await again.open(tripId))).toEqual(together)
      }
    },
  )
  it('two computers have an entry with both changes once they are connected, unless these were the same', async () => {
    const { tripId, one, other } = await twoComputers()
    const change = async ({ library }: Computer, fields: Partial<Talk>) => {
      const by = (entry: Entry): Entry =>
        entry.id === idOf(2) && entry.kind === 'talk' ? { ...entry, ...fields, updatedAt: now() } : entry
      valueOf(await library.update(tripId, (trip) => ok({ ...trip, entries: trip.entries.map(by) })))
    }
    // Several times, so that the common state is the last of many.
    for (const room of ['Helium', 'Neon', 'Argon']) await change(one, { room })
    for (const title of ['Opening', 'Closing', 'Keynote']) await change(other, { title })
    await connect(other, one, tripId)
    for (const { library } of [one, other]) valueOf(await mergeAllCopies(library, tripId))
    for (const { library } of [one, other]) {
      const { entries } = valueOf(await library.open(tripId))
      expect(entries).toHaveLength(40)
      expect(entries.find(({ id }) => id === idOf(2))).toMatchObject({ title: 'Keynote', room: 'Argon' })
    }
  })
})
