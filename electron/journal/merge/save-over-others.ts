import { placeByTime } from '../../shared/entries/place-entry.ts'
import type { Conflict } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Entry, EntryChanges, Trip } from '../../shared/trip.ts'
import { mergeTrips } from './merge-trips.ts'
import { momentAfter } from '../edits/moment-after.ts'
import { findEntry, without } from '../edits/find-entry.ts'
import { saveEntry } from '../edits/save-entry.ts'

export interface SavedOver {
  trip: Trip
  /** The entry as it would be if nobody else had changed it. */
  mine: Entry | undefined
  /** Conflicts of which the trip now has both sides. */
  conflicts: Conflict[]
}

/**
 * Changes an entry that somebody else has changed or deleted since it was shown to the user. The result has both
 * changes: each field has the value of the side that changed it. If both did, the change made now wins, and the other
 * one is kept as a separate entry.
 *
 * @param shown the entry as it was shown; `undefined` if it is unknown, in which case no word of the other change is
 * lost
 */
export function saveOverOthers(
  trip: Trip,
  entryId: string,
  changes: EntryChanges,
  shown: Entry | undefined,
): Result<SavedOver> {
  const shownTrip = shown === undefined ? trip : withEntry(trip, shown)
  const changed = saveEntry(shownTrip, entryId, changes)
  if (!changed.ok) return changed
  // Dated later than what is there, whatever the clocks of other computers say.
  const updatedAt = momentAfter((findEntry(trip, entryId) ?? findEntry(shownTrip, entryId) ?? trip).updatedAt)
  const entries = changed.value.entries.map((entry) => (entry.id === entryId ? { ...entry, updatedAt } : entry))
  const mine = { ...changed.value, entries, updatedAt: momentAfter(trip.updatedAt) }
  const base = shown === undefined ? { ...trip, entries: without(trip, entryId) } : shownTrip
  return ok({ ...mergeTrips(base, mine, trip), mine: findEntry(mine, entryId) })
}

/** The trip as if it contained this state of the entry. */
function withEntry(trip: Trip, shown: Entry): Trip {
  if (findEntry(trip, shown.id) !== undefined) {
    return { ...trip, entries: trip.entries.map((entry) => (entry.id === shown.id ? shown : entry)) }
  }
  const deleted = trip.deleted.filter(({ entry }) => entry.id !== shown.id)
  return deleted.length === trip.deleted.length ? trip : { ...trip, entries: placeByTime(trip.entries, shown), deleted }
}
