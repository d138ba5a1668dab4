import { Temporal } from 'temporal-polyfill'
import { placeAtEnd, placeBefore } from '../../shared/entries/place-entry.ts'
import { endField, fieldChange, fieldValue } from '../../shared/entries/fields.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { daysBetween } from '../../shared/time.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { momentAfter } from './moment-after.ts'
import { entryMissing, findEntry, without } from './find-entry.ts'

/**
 * Moves an entry to a place that the user chose, regardless of its time. If the day changes, start and end keep their
 * time of day in the trip's zone.
 *
 * @param before the entry of that day to insert it before; `null` for the end of the day
 */
export function moveEntry(trip: Trip, entryId: string, day: string, before: string | null): Result<Trip> {
  const entry = findEntry(trip, entryId)
  if (entry === undefined) return entryMissing()
  if (before === entryId) return day === entry.day ? ok(trip) : moveEntry(trip, entryId, day, null)
  if (before !== null && findEntry(trip, before)?.day !== day) {
    return fail('input.place-missing')
  }
  const moved = onDay(entry, day, trip.timeZone)
  const others = without(trip, entryId)
  return ok({
    ...trip,
    entries: before === null ? placeAtEnd(others, moved) : placeBefore(others, moved, before),
  })
}

function onDay(entry: Entry, day: string, timeZone: string): Entry {
  if (day === entry.day) return entry
  const days = daysBetween(entry.day, day)
  const shift = (instant: string | null) => (instant === null ? null : shiftDays(instant, days, timeZone))
  const { kept } = entry
  const moved = {
    ...entry,
    day,
    start: shift(entry.start),
    updatedAt: momentAfter(entry.updatedAt),
    ...(kept?.end && { kept: { ...kept, end: shift(kept.end) } }),
  }
  const end = endField(entry.kind)
  return end === null ? moved : { ...moved, ...fieldChange(end, shift(fieldValue(entry, end))) }
}

/** Shifts a moment by a number of days, at the same time of day in the zone. */
function shiftDays(instant: string, days: number, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).add({ days })
  return zoned.toString({ timeZoneName: 'never' })
}
