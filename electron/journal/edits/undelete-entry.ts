import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { momentAfter } from './moment-after.ts'
import { entryMissing, findEntry, placeAtEnd, placeBefore, placeByTime } from './place-entry.ts'

/**
 * Puts a deleted entry back where it was; by its time if the entry after it is missing or has moved to another day. It
 * counts as changed after it was deleted. Otherwise a computer that knows only of the deletion would delete it again.
 */
export function undeleteEntry(trip: Trip, entryId: string): Result<Trip> {
  const deleted = trip.deleted.find(({ entry }) => entry.id === entryId)
  if (deleted === undefined) return entryMissing()
  const { next } = deleted
  const entry = { ...deleted.entry, updatedAt: momentAfter(deleted.deletedAt) }
  const place = () => {
    if (next === null) return placeAtEnd(trip.entries, entry)
    const neighbour = findEntry(trip, next)
    return neighbour?.day === entry.day ? placeBefore(trip.entries, entry, next) : placeByTime(trip.entries, entry)
  }
  return ok({ ...trip, entries: place(), deleted: trip.deleted.filter((item) => item !== deleted) })
}
