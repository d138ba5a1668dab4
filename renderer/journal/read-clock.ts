import { addDays, compareInstants } from '../../electron/shared/time.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'
import { fail, ok, type Result } from '../../electron/shared/result.ts'

/**
 * Parses a time of day as people type it: `10:45`, `1045`, `9.30`, `9h30`, `9`.
 *
 * @returns `HH:MM`; `null` if it is not a time of day
 */
export function readClock(typed: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*h?$/i.exec(typed.trim())
  if (!match) return null
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? match[3] ?? 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The longest time, in hours, from a start to an end after midnight; an end further away is taken for a mistake. */
const LONGEST_NIGHT = 8

/** Reads a start as it was typed; an empty text is no start. */
export function readStart(typed: string, day: string, timeZone: string): Result<string | null> {
  if (typed.trim() === '') return ok(null)
  const clock = readClock(typed)
  return clock === null ? fail('input.not-a-clock') : ok(instantAt(day, clock, timeZone))
}

/** Reads an end as it was typed. An end after midnight, as of a party, is on the next day. */
export function readEnd(typed: string, start: string | null, day: string, timeZone: string): Result<string | null> {
  if (typed.trim() === '') return ok(null)
  const clock = readClock(typed)
  if (clock === null) return fail('input.not-a-clock')
  const end = instantAt(day, clock, timeZone)
  if (start === null || compareInstants(end, start) >= 0) return ok(end)
  const nextDay = instantAt(addDays(day, 1), clock, timeZone)
  const hours = (Date.parse(nextDay) - Date.parse(start)) / 3_600_000
  return hours <= LONGEST_NIGHT ? ok(nextDay) : fail('input.end-before-start')
}
