import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { entryMissing } from './find-entry.ts'

/**
 * Inserts a copy of an entry right after it. The copy is not a highlight, even if the original is.
 *
 * @param copyId the copy's identifier
 */
export function duplicateEntry(trip: Trip, entryId: string, copyId: string): Result<Trip> {
  const index = trip.entries.findIndex((entry) => entry.id === entryId)
  const entry = trip.entries[index]
  if (entry === undefined) return entryMissing()
  const createdAt = now()
  const copy = { ...entry, id: copyId, highlight: false, createdAt, updatedAt: createdAt }
  return ok({ ...trip, entries: trip.entries.toSpliced(index + 1, 0, copy) })
}
