import { placeAtEnd, placeBefore, placeByTime } from '../../shared/entries/place-entry.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { momentAfter } from './moment-after.ts'
import { entryMissing, findEntry } from './find-entry.ts'

/**
 * Restores a deleted entry to its place, or by its time if the entry after it is missing or has moved to another day.
 * The entry counts as changed after its deletion, so that a computer that knows only of the deletion does not delete it
 * again.
 *
 * @param before the entry of its day to insert it before, or `null` for the end of the day, if it should not return to
 * where it was when it was deleted last
 */
export function undeleteEntry(trip: Trip, entryId: string, before?: string | null): Result<Trip> {
  const deleted = trip.deleted.find(({ entry }) => entry.id === entryId)
  if (deleted === undefined) return entryMissing()
  const next = before === undefined ? deleted.next : before
  const entry = { ...deleted.entry, updatedAt: momentAfter(deleted.deletedAt) }
  const place = () => {
    if (next === null) return placeAtEnd(trip.entries, entry)
    const neighbour = findEntry(trip, next)
    return neighbour?.day === entry.day ? placeBefore(trip.entries, entry, next) : placeByTime(trip.entries, entry)
  }
  return ok({ ...trip, entries: place(), deleted: trip.deleted.filter((item) => item !== deleted) })
}
