import type { Conflict } from '../../shared/history.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { joinAncestors } from '../merge/ancestors.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { compareTimes, isSame, justAfter, stableJson } from '../trip-file/sides.ts'
import { descends, noteWriter, writerOf } from '../trip-file/writers.ts'

/** What a trip becomes when another program has changed its file. */
export interface OutsideChange {
  trip: Trip
  /** What both sides had changed, so that the trip has it twice now. */
  conflicts: Conflict[]
  /** Whether the file contains everything that was known: its writer went on from there. */
  isFollowed: boolean
}

/**
 * Merges what another program has written into the file of a trip.
 *
 * A person with a text editor leaves the times as they are; they are set here, and entries that the person removed go to
 * the deleted ones. Another Lanyard sets the times itself. Where it did not know what is known here, for example because a
 * sync program put its file over this one, the two states are merged.
 *
 * @param known what the file held before
 * @param found what it holds now
 * @param changedAt when the file was written; the same on every computer that receives it
 * @param findBase resolves with the state that two were made from; `null`: not known
 */
export async function mergeOutsideChange(
  known: Trip,
  found: Trip,
  changedAt: string,
  findBase: (one: Trip, other: Trip) => Promise<Trip | null>,
): Promise<OutsideChange> {
  if (isSame(known, found)) return { trip: known, conflicts: [], isFollowed: true }
  const follows = descends(found, known)
  if (known.updatedAt === found.updatedAt && (follows || known.writers === undefined)) {
    return { trip: dateEdits(known, found, changedAt), conflicts: [], isFollowed: false }
  }
  // Every writer notes which states a trip was made from.
  if (follows || found.ancestors?.includes(known.updatedAt) === true) {
    return { trip: found, conflicts: [], isFollowed: true }
  }
  return { ...mergeTrips(await findBase(known, found), known, found), isFollowed: false }
}

function dateEdits(known: Trip, found: Trip, changedAt: string): Trip {
  const at = compareTimes(changedAt, known.updatedAt) > 0 ? changedAt : justAfter(known.updatedAt)
  const before = new Map(known.entries.map((entry) => [entry.id, entry]))
  const present = new Set([...found.entries, ...found.deleted.map(({ entry }) => entry)].map(({ id }) => id))
  const removed = known.entries.filter(({ id }) => !present.has(id))
  const ancestors = joinAncestors(found.ancestors, [known.updatedAt]) ?? []
  return {
    ...found,
    updatedAt: at,
    ancestors,
    ...(found.writers !== undefined && {
      writers: noteWriter(found.writers, writerOf('edited', stableJson(found)), at),
    }),
    entries: found.entries.map((entry) => dateEdit(before.get(entry.id), entry, at)),
    deleted: [...found.deleted, ...removed.map((entry) => ({ entry, deletedAt: at, next: null }))],
  }
}

function dateEdit(known: Entry | undefined, found: Entry, at: string): Entry {
  if (known === undefined) return found
  if (isSame(known, found)) return known
  return known.updatedAt === found.updatedAt ? { ...found, updatedAt: at } : found
}
