import { now } from '../../shared/time.ts'

/**
 * The present moment for a state that follows on another. Later than that one's in any case: also within the same
 * millisecond, and where another computer's clock is ahead.
 */
export function momentAfter(instant: string): string {
  const present = now()
  return Date.parse(present) > Date.parse(instant) ? present : new Date(Date.parse(instant) + 1).toISOString()
}
