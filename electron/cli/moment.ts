import { fail, ok, type Result } from '../shared/result.ts'
import { compareInstants, daySchema, instantSchema } from '../shared/time.ts'
import { instantAt } from '../shared/zone-time.ts'

const clockPattern = /^([01]?\d|2[0-3]):([0-5]\d)$/
const localPattern = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]?\d|2[0-3]):[0-5]\d)$/

/** The day in a typed moment, or `null` if it is only a time of day. */
export function dayIn(moment: string): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(moment)?.[0] ?? null
}

/**
 * Reads a typed moment as an instant.
 *
 * @param moment `9:30` on the given day or `2026-04-14T09:30` on another, both in local time of the zone; or ISO 8601
 * with an offset, which is kept
 * @param option the option it was typed after, for the failure
 */
export function readMoment(moment: string, day: string, timeZone: string, option: string): Result<string> {
  if (clockPattern.test(moment)) return ok(instantAt(day, twoDigits(moment), timeZone))
  const local = localPattern.exec(moment)
  if (local?.[1] !== undefined && local[2] !== undefined && daySchema.safeParse(local[1]).success) {
    return ok(instantAt(local[1], twoDigits(local[2]), timeZone))
  }
  if (instantSchema.safeParse(moment).success) return ok(moment)
  return fail('input.not-a-time', { value: moment, option })
}

/** Reads when something ended. A time of day before the start is after midnight, on the next day. */
export function readEnd(
  moment: string,
  start: string | null,
  days: [day: string, next: string],
  timeZone: string,
): Result<string> {
  const end = readMoment(moment, days[0], timeZone, '--end')
  const isNextDay = end.ok && start !== null && clockPattern.test(moment) && compareInstants(end.value, start) < 0
  return isNextDay ? readMoment(moment, days[1], timeZone, '--end') : end
}

function twoDigits(clock: string): string {
  return clock.padStart(5, '0')
}
