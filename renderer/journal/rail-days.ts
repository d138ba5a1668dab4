import { addDays, daysFromTo } from '../../electron/shared/time.ts'
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
}

/** The part of a trip that a day belongs to. */
export function partOf(day: string, { firstDay, lastDay }: Pick<Trip, 'firstDay' | 'lastDay'>): TripPart {
  if (day < firstDay) return 'before'
  return day > lastDay ? 'after' : 'trip'
}

/**
 * The days that can hold entries: those of the conference, one for the way there and one for the way home, each
 * further one that holds entries, and those that somebody has added here.
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
  const days = new Set([
    addDays(trip.firstDay, -1),
    ...daysFromTo(trip.firstDay, trip.lastDay),
    addDays(trip.lastDay, 1),
    ...counts.keys(),
    ...added,
  ])
  return [...days].toSorted().map((day) => ({
    day,
    part: partOf(day, trip),
    entries: counts.get(day) ?? 0,
    isToday: day === today,
  }))
}

/** The next travel day that can be added, one further out than the last. */
export function nextTravelDay(days: readonly RailDay[], part: 'before' | 'after'): string | null {
  const edge = part === 'before' ? days[0] : days.at(-1)
  return edge ? addDays(edge.day, part === 'before' ? -1 : 1) : null
}
