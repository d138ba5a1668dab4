import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar date as `YYYY-MM-DD`. */
export const daySchema = z.iso.date()
/** A moment as ISO 8601 with an offset: `2026-04-14T10:45:00+02:00`. */
export const instantSchema = z.iso.datetime({ offset: true })
/** An IANA time zone that this runtime knows: `Europe/Berlin`. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'not a time zone that this computer knows')

export function isTimeZone(name: string): boolean {
  // Intl accepts a bare offset ("+02:00"), but that is not a place: it has no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** The current time in UTC, with milliseconds. */
export function now(): string {
  return new Date().toISOString()
}

/** The date at a moment, in local time of the zone. */
export function dayAt(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The time of day at a moment, in local time of the zone: `10:45`. */
export function clockAt(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/**
 * The moment of a local day and time in the zone, with the zone's offset. A time that the start of summer time skips is
 * shifted by the length of the gap; for one that its end repeats, the first of the two is used.
 *
 * @param clock hours and minutes, `HH:MM`
 */
export function instantAt(day: string, clock: string, timeZone: string): string {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clock) })
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** The number of days from one date to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** The date a number of days later. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Each date from the first to the last, both included; empty if the last is before the first. */
export function daysFromTo(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index))
}

/** Orders two moments, regardless of their offsets: negative if `a` is earlier. */
export function compareInstants(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b))
}
