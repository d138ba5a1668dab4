import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { entryMissing, findEntry, without } from './find-entry.ts'

/** Moves an entry from the journal to the deleted entries. What the report says about it stays too. */
export function deleteEntry(trip: Trip, entryId: string): Result<Trip> {
  const entry = findEntry(trip, entryId)
  if (entry === undefined) return entryMissing()
  const day = trip.entries.filter((other) => other.day === entry.day)
  const next = day[day.indexOf(entry) + 1]?.id ?? null
  return ok({
    ...trip,
    entries: without(trip, entryId),
    deleted: [...trip.deleted, { entry, deletedAt: now(), next }],
  })
}
