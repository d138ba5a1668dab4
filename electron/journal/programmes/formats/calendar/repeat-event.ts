import { addDays, daysBetween } from '../../../../shared/time.ts'
import type { ReadTime } from '../../read-programme.ts'
import { z } from 'zod'

/** No programme repeats a session more often. */
const MAX_TIMES = 100
/** Nor for longer, in days. */
const MAX_DAYS = 366

const list = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]).default([])

/** The rules that are followed: every so many days or weeks, on some weekdays. Others have further parts. */
const ruleSchema = z.strictObject({
  freq: z.enum(['DAILY', 'WEEKLY']),
  interval: z.int().min(1).max(MAX_DAYS).default(1),
  count: z.int().min(1).optional(),
  until: z.string().optional(),
  byday: list(z.enum(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'])),
  wkst: z.unknown().optional(),
})

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/**
 * The dates of an event that repeats, the first included; `null` if the rule is of a kind that is not followed.
 *
 * @param rule as ical.js parses it. It is not expanded by ical.js, which never ends for rules that no date fits.
 * @param lastDay the last day of the rest of the programme, where a rule without an end ends
 */
export function repeatedDates(first: string, rule: unknown, lastDay: string | null): string[] | null {
  const parsed = ruleSchema.safeParse(rule)
  if (!parsed.success) return null
  const { freq, interval, count, until, byday } = parsed.data
  const isEndless = count === undefined && until === undefined
  const last = until?.slice(0, 10) ?? (isEndless ? (lastDay ?? first) : '9999-12-31')
  const dates: string[] = []
  const weekStart = addDays(first, -((weekdayOf(first) + 6) % 7))
  for (let days = 0; days < MAX_DAYS; days++) {
    const date = addDays(first, days)
    if (date > last || dates.length >= Math.min(count ?? MAX_TIMES, MAX_TIMES)) break
    const weeks = Math.floor(daysBetween(weekStart, date) / 7)
    const isInTurn = freq === 'DAILY' ? days % interval === 0 : weeks % interval === 0
    const name = weekdays[weekdayOf(date)] ?? 'SU'
    const isItsDay = byday.length > 0 ? byday.includes(name) : freq === 'DAILY' || days % 7 === 0
    if (days === 0 || (isInTurn && isItsDay)) dates.push(date)
  }
  return dates
}

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

/** The date of a time as it is written. */
export function dateOf(time: ReadTime): string {
  if ('date' in time) return time.date
  return ('local' in time ? time.local : time.instant).slice(0, 10)
}
