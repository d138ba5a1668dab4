import { placeByTime } from '../../shared/entries/place-entry.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Entry, EntryChanges, Trip } from '../../shared/trip.ts'
import { saveEntry } from '../edits/save-entry.ts'
import { mergeTrips } from './merge-trips.ts'

/**
 * Saves a draft that was begun before somebody else changed the entry: it is merged with that change instead of
 * replacing it. If the entry was deleted in the meantime, it comes back with the draft's content.
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
