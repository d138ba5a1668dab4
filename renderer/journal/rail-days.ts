import { addDays, daysFromTo } from '../../electron/shared/time.ts'
import { problemOfDays } from '../../electron/shared/trip-days.ts'
import type { Trip } from '../../electron/shared/trip.ts'

/** The part of the trip that a day belongs to: travelling there, the conference itself, travelling home. */
export type TripPart = 'before' | 'trip' | 'after'

/** A day in the rail. */
export interface RailDay {
  /** `YYYY-MM-DD`. */
  day: string
  part: TripPart
  /** The number of its entries. */
  entries: number
  isToday: boolean
  /** The number of days left out between the day above and this one. */
  gap: number
}

/** Of a trip that is too long to show, the days on either side of an important day that are shown. */
const AROUND = 7
/** Maximum number of days that are drawn before and after the chosen one. */
const MAX_DRAWN = 400

/** The part of a trip that a day belongs to. */
export function partOf(day: string, { firstDay, lastDay }: Pick<Trip, 'firstDay' | 'lastDay'>): TripPart {
  if (day < firstDay) return 'before'
  return day > lastDay ? 'after' : 'trip'
}

/**
 * The days that can hold entries: those of the conference, one for the way there and one for the way home, each
 * further one that holds entries, and those that somebody has added here. Of a trip that is longer than trips can be,
 * only the days around its ends, around today and around the added days are included.
 *
 * @param entryDays the day of each entry
 * @param added further days, `YYYY-MM-DD`
 * @param today the date at the venue
 */
export function railDays(
  trip: Pick<Trip, 'firstDay' | 'lastDay'>,
  entryDays: readonly string[],
  added: readonly string[],
  today: string,
): RailDay[] {
  const counts = new Map<string, number>()
  for (const day of entryDays) counts.set(day, (counts.get(day) ?? 0) + 1)
  const days = [...new Set([...daysOf(trip, added, today), ...counts.keys(), ...added])].filter(isDay).toSorted()
  return days.map((day, index) => ({
    day,
    part: partOf(day, trip),
    entries: counts.get(day) ?? 0,
    isToday: day === today,
    gap: index === 0 ? 0 : numberOf(day) - numberOf(days[index - 1] ?? day) - 1,
  }))
}

/** The number of a day, counted from any other. With tens of thousands of days, the calendar would take seconds. */
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The days of the trip itself, and one on either side. */
function daysOf(trip: Pick<Trip, 'firstDay' | 'lastDay'>, added: readonly string[], today: string): string[] {
  const { firstDay, lastDay } = trip
  const ends = [addDays(firstDay, -1), addDays(lastDay, 1)]
  if (problemOfDays(trip) !== 'too-long') return [...ends, ...daysFromTo(firstDay, lastDay)]
  const around = [firstDay, lastDay, today, ...added].flatMap((day) =>
    daysFromTo(addDays(day, -AROUND), addDays(day, AROUND)),
  )
  return [...ends, ...around.filter((day) => partOf(day, trip) === 'trip')]
}

/** Whether the trip file can hold a day: those before the year 0 and after 9999 are written differently. */
const isDay = (day: string): boolean => /^\d{4}-/.test(day)

/**
 * The days that are drawn: all of them, or those around the chosen one if there are very many. The days that are not
 * drawn count as gaps.
 */
export function drawnDays(days: readonly RailDay[], chosen: string | null): readonly RailDay[] {
  if (days.length <= 2 * MAX_DRAWN) return days
  const at = Math.max(
    0,
    days.findIndex(({ day }) => day === chosen),
  )
  const from = Math.max(0, at - MAX_DRAWN)
  return days.slice(from, at + MAX_DRAWN).map((day, index) => (index === 0 ? { ...day, gap: from } : day))
}

/** The next travel day that can be added, one further out than the last. */
export function nextTravelDay(days: readonly RailDay[], part: 'before' | 'after'): string | null {
  const edge = part === 'before' ? days[0] : days.at(-1)
  const next = edge && addDays(edge.day, part === 'before' ? -1 : 1)
  return next !== undefined && isDay(next) ? next : null
}
