import { daysBetween } from './time.ts'
import type { Trip } from './trip.ts'

/**
 * Maximum length of a trip, in days. Nobody is at a conference for longer, but a mistyped year makes a trip of centuries,
 * whose days could not be drawn.
 */
export const MAX_TRIP_DAYS = 400

/** Why no trip can have these days; `null` if one can. */
export function problemOfDays({
  firstDay,
  lastDay,
}: Pick<Trip, 'firstDay' | 'lastDay'>): 'reversed' | 'too-long' | null {
  if (lastDay < firstDay) return 'reversed'
  return daysBetween(firstDay, lastDay) >= MAX_TRIP_DAYS ? 'too-long' : null
}
