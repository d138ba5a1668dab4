import type { Conflict } from '../../shared/history.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { joinAncestors } from '../merge/ancestors.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { compareTimes, isSame, justAfter, stableJson } from '../trip-file/sides.ts'
import { descends, noteWriter, writerOf } from '../trip-file/writers.ts'

/** What becomes of a trip whose file says something else than it did. */
export interface TakenIn {
  trip: Trip
  /** What both had changed, so that it is in the trip twice now. */
  conflicts: Conflict[]
  /** All that was known is in what was found: somebody has gone on from it. */
  isFollowed: boolean
}

/**
 * Takes in what somebody else has written into the file of a trip.
 *
 * A person with a text editor leaves the times as they are; those are set here, and what the person took out goes to the
 * deleted entries. Another Lanyard sets the times itself: where it did not know what is known here, as after a program
 * for shared folders has put its file over this one, both are merged.
 *
 * @param known what was in the file before
 * @param found what is in it now
 * @param changedAt when the file was written; the same on every computer that gets it
 * @param findBase finds what two states were made from; `null`: not known
 */
export async function takeIn(
  known: Trip,
  found: Trip,
  changedAt: string,
  findBase: (one: Trip, other: Trip) => Promise<Trip | null>,
): Promise<TakenIn> {
  if (isSame(known, found)) return { trip: known, conflicts: [], isFollowed: true }
  const follows = descends(found, known)
  if (known.updatedAt === found.updatedAt && (follows || known.writers === undefined)) {
    return { trip: dateEdits(known, found, changedAt), conflicts: [], isFollowed: false }
  }
  // Whoever writes a trip notes what it was made from.
  if (follows || found.ancestors?.includes(known.updatedAt) === true) {
    return { trip: found, conflicts: [], isFollowed: true }
  }
  return { ...mergeTrips(await findBase(known, found), known, found), isFollowed: false }
}

function dateEdits(known: Trip, found: Trip, changedAt: string): Trip {
  const at = compareTimes(changedAt, known.updatedAt) > 0 ? changedAt : justAfter(known.updatedAt)
  const before = new Map(known.entries.map((entry) => [entry.id, entry]))
  const there = new Set([...found.entries, ...found.deleted.map(({ entry }) => entry)].map(({ id }) => id))
  const gone = known.entries.filter(({ id }) => !there.has(id))
  const ancestors = joinAncestors(found.ancestors, [known.updatedAt]) ?? []
  return {
    ...found,
    updatedAt: at,
    ancestors,
    ...(found.writers !== undefined && {
      writers: noteWriter(found.writers, writerOf('edited', stableJson(found)), at),
    }),
    entries: found.entries.map((entry) => dateEdit(before.get(entry.id), entry, at)),
    deleted: [...found.deleted, ...gone.map((entry) => ({ entry, deletedAt: at, next: null }))],
  }
}

function dateEdit(known: Entry | undefined, found: Entry, at: string): Entry {
  if (known === undefined) return found
  if (isSame(known, found)) return known
  return known.updatedAt === found.updatedAt ? { ...found, updatedAt: at } : found
}
