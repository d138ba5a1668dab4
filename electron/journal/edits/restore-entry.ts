import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { entryMissing, findEntry, placeAtEnd, placeBefore, placeByTime } from './place-entry.ts'

/**
 * Puts a deleted entry back where it stood; by its time where its neighbour is gone or has moved to another day. It
 * counts as changed after it was deleted: a computer that knows of the deletion alone would delete it again otherwise.
 */
export function restoreEntry(trip: Trip, entryId: string): Result<Trip> {
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

/** The present moment; where a clock was set back since, the moment right after the one given. */
function momentAfter(instant: string): string {
  const next = new Date(Date.parse(instant) + 1).toISOString()
  const present = now()
  return present > next ? present : next
}
