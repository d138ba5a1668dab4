import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { entryMissing, findEntry, placeAtEnd, placeBefore, placeByTime } from './place-entry.ts'

/** Puts a deleted entry back where it stood; by its time where its neighbour is gone or has moved to another day. */
export function restoreEntry(trip: Trip, entryId: string): Result<Trip> {
  const deleted = trip.deleted.find(({ entry }) => entry.id === entryId)
  if (deleted === undefined) return entryMissing()
  const { entry, next } = deleted
  const place = () => {
    if (next === null) return placeAtEnd(trip.entries, entry)
    const neighbour = findEntry(trip, next)
    return neighbour?.day === entry.day ? placeBefore(trip.entries, entry, next) : placeByTime(trip.entries, entry)
  }
  return ok({ ...trip, entries: place(), deleted: trip.deleted.filter((item) => item !== deleted) })
}
