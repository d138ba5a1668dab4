import { ok, type Result } from '../../shared/result.ts'
import type { Entry, EntryChanges, Trip } from '../../shared/trip.ts'
import { placeByTime } from '../edits/place-entry.ts'
import { saveEntry } from '../edits/save-entry.ts'
import { mergeTrips } from './merge-trips.ts'

/**
 * Saves a draft that was begun before somebody else changed the entry: it is merged with that change instead of laid
 * over it. An entry that was deleted meanwhile comes back with what was written in it.
 *
 * @param base the entry as it was when the draft was begun
 */
export function mergeDraft(trip: Trip, base: Entry, changes: EntryChanges): Result<Trip> {
  const isThere = trip.entries.some(({ id }) => id === base.id)
  const before: Trip = {
    ...trip,
    entries: isThere
      ? trip.entries.map((entry) => (entry.id === base.id ? base : entry))
      : placeByTime(trip.entries, base),
    deleted: trip.deleted.filter(({ entry }) => entry.id !== base.id),
  }
  const draft = saveEntry(before, base.id, changes)
  return draft.ok ? ok(mergeTrips(before, draft.value, trip).trip) : draft
}
