import { placeByTime } from '../../shared/entries/place-entry.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Entry, Trip } from '../../shared/trip.ts'

/** Adds an entry at the place in its day that its time gives. */
export function addEntry(trip: Trip, entry: Entry): Result<Trip> {
  if (trip.entries.some((other) => other.id === entry.id)) {
    return fail('input.entry-exists')
  }
  return ok({ ...trip, entries: placeByTime(trip.entries, entry) })
}
