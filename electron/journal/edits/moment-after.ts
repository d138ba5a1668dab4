import { now } from '../../shared/time.ts'

/**
 * The current time for a state that follows another. It is always later than that state's time, even within the same
 * millisecond or if another computer's clock is ahead.
 */
export function momentAfter(instant: string): string {
  const present = now()
  return Date.parse(present) > Date.parse(instant) ? present : new Date(Date.parse(instant) + 1).toISOString()
}
