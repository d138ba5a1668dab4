import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { daysBetween } from '../../electron/shared/time.ts'

const whole = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** The days of a trip as people say them: "14–16 April 2026", "31 January – 1 February 2026". */
export function sayDays(firstDay: string, lastDay: string): string {
  const range = whole.formatRange(atMidnight(firstDay), atMidnight(lastDay))
  // Around the dash, versions of Intl disagree: bare days stand close to it, longer halves apart.
  return range
    .replaceAll(/[\u2009\u202f]/g, ' ')
    .replace(/^(\d+) – (\d+)/, firstDay.slice(0, 7) === lastDay.slice(0, 7) ? '$1–$2' : '$1 – $2')
}

/** A number with its word: "1 entry", "2,310 words". */
export function sayCount(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

export type TripStage = 'coming' | 'under-way' | 'to-write-up' | 'published'

/** Where a trip stands on the day that it is at its place. */
export function stageOf(trip: Pick<TripSummary, 'firstDay' | 'lastDay' | 'published'>, today: string): TripStage {
  if (trip.published) return 'published'
  if (daysBetween(today, trip.firstDay) > 0) return 'coming'
  return daysBetween(today, trip.lastDay) >= 0 ? 'under-way' : 'to-write-up'
}

/** The stage in words: "in 12 days", "under way". */
export function sayStage(trip: Pick<TripSummary, 'firstDay' | 'lastDay' | 'published'>, today: string): string {
  const stage = stageOf(trip, today)
  switch (stage) {
    case 'published':
      return 'Published'
    case 'under-way':
      return 'Under way'
    case 'to-write-up':
      return 'To write up'
    case 'coming': {
      const days = daysBetween(today, trip.firstDay)
      return days === 1 ? 'Tomorrow' : `In ${days} days`
    }
    default:
      return assertNever(stage)
  }
}
