import { z } from 'zod'
import { assertNever } from './result.ts'
import { addDays, daySchema, daysBetween } from './time.ts'

/** The days of a trip, both included. */
export interface Dates {
  firstDay: string
  lastDay: string
}

/** The day that a heading names. All but dates depend on the days of the trip. */
export const dayRefSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('date'), date: daySchema }),
  /** A date without a year. */
  z.strictObject({ by: z.literal('month-day'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  /** A day of the conference, counted from 1; 0 is the day before it. */
  z.strictObject({ by: z.literal('number'), number: z.int().min(0).max(31) }),
  /** 0 is Sunday. */
  z.strictObject({ by: z.literal('weekday'), weekday: z.int().min(0).max(6) }),
])

export type DayRef = z.infer<typeof dayRefSchema>

/** The first day of a trip, as a day that an entry can refer to. */
export const firstDayRef: DayRef = { by: 'number', number: 1 }

/** How far an entry's day can be from its trip, in days. A date that is further away is not about the trip. */
const MAX_DISTANCE = 31

/** The date that is meant in a trip of these days; `null` if the trip has no such day. */
export function resolveDay(ref: DayRef, { firstDay, lastDay }: Dates): string | null {
  switch (ref.by) {
    case 'date':
      return near(ref.date, firstDay, lastDay)
    case 'month-day': {
      const year = Number(firstDay.slice(0, 4))
      // A trip over New Year has days in two years.
      const candidates = [year, year + 1, year - 1].map((one) => toDay(one, ref.month, ref.day))
      return candidates.find((one) => one !== null && near(one, firstDay, lastDay) !== null) ?? null
    }
    case 'number':
      return addDays(firstDay, ref.number - 1)
    case 'weekday': {
      const first = new Date(`${firstDay}T00:00:00Z`).getUTCDay()
      const day = addDays(firstDay, (ref.weekday - first + 7) % 7)
      if (day <= lastDay) return day
      // A weekday outside of the trip is a day of travel: the one before the trip if that is closer.
      return daysBetween(addDays(day, -7), firstDay) < daysBetween(lastDay, day) ? addDays(day, -7) : day
    }
    default:
      return assertNever(ref)
  }
}

function near(day: string, firstDay: string, lastDay: string): string | null {
  return daysBetween(day, firstDay) <= MAX_DISTANCE && daysBetween(lastDay, day) <= MAX_DISTANCE ? day : null
}

/** A date; `null` if it does not exist in the calendar. */
export function toDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
