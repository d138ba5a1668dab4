import { fail, ok, type Result } from '../shared/result.ts'
import { compareInstants, daySchema, instantAt, instantSchema } from '../shared/time.ts'

const clockPattern = /^([01]?\d|2[0-3]):([0-5]\d)$/
const localPattern = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]?\d|2[0-3]):[0-5]\d)$/

/** The day that a moment names by itself; `null` where it is a time of day alone. */
export function dayIn(moment: string): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(moment)?.[0] ?? null
}

/**
 * Reads a moment as one types it.
 *
 * @param moment `9:30` on the given day, `2026-04-14T09:30` on another, both on the clocks of the zone; or ISO 8601 with
 *   an offset, which is kept
 * @param flag how the message calls it
 */
export function readMoment(moment: string, day: string, timeZone: string, flag: string): Result<string> {
  if (clockPattern.test(moment)) return ok(instantAt(day, twoDigits(moment), timeZone))
  const local = localPattern.exec(moment)
  if (local?.[1] !== undefined && local[2] !== undefined && daySchema.safeParse(local[1]).success) {
    return ok(instantAt(local[1], twoDigits(local[2]), timeZone))
  }
  if (instantSchema.safeParse(moment).success) return ok(moment)
  return fail(
    'input.invalid',
    `"${moment}" is no time that ${flag} understands. Write it as 09:30 or as 2026-04-14T09:30.`,
  )
}

/** Reads when something that began at `start` was over: a time of day earlier than that is one after midnight. */
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
