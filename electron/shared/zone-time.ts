import { Temporal } from 'temporal-polyfill'

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
