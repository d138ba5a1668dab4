import type { Conflict } from '../../shared/history.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { joinAncestors } from '../merge/ancestors.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { compareTimes, isSame, justAfter, stableJson } from '../trip-file/sides.ts'
import { descends, noteWriter, writerOf } from '../trip-file/writers.ts'

/** The result of merging a change by another program. */
export interface OutsideChange {
  trip: Trip
  /** Conflicts of which the trip now has both sides. */
  conflicts: Conflict[]
  /** Whether the file contains everything that was known here: its writer continued from that state. */
  isFollowed: boolean
}

/**
 * Merges what another program has written into the file of a trip.
 *
 * Somebody with a text editor does not update the times; they are set here, and entries that were removed are moved to
 * the deleted ones. Another Lanyard sets the times itself. If it did not have the state that is known here, for example
 * because a sync program replaced the file, the two states are merged.
 *
 * @param known what the file contained before
 * @param found what it contains now
 * @param changedAt when the file was written; the same on every computer that receives it
 * @param findBase resolves with the state from which two were made; `null` if it is unknown
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
  // Every writer lists the states from which a trip was made.
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
