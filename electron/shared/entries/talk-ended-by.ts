import { compareInstants } from '../time.ts'
import type { Entry } from '../trip.ts'

/** Nothing lasts longer whose end nobody noted, in milliseconds. */
const LONGEST = 4 * 60 * 60_000

/**
 * The talk that ends as an entry begins: the last one before it on its day, if no end was noted and nothing begins in
 * between. `null` if no talk ends there.
 *
 * @param entries those of the trip
 * @param begun the entry that begins
 */
export function talkEndedBy(entries: readonly Entry[], begun: Pick<Entry, 'id' | 'day' | 'start'>): Entry | null {
  const { start, day } = begun
  if (start === null) return null
  let last: Entry | null = null
  for (const entry of entries) {
    if (entry.id === begun.id || entry.day !== day || entry.start === null) continue
    if (compareInstants(entry.start, start) > 0) continue
    if (last?.start === undefined || last.start === null || compareInstants(entry.start, last.start) >= 0) last = entry
  }
  if (last?.kind !== 'talk' || last.end !== null || last.start === null) return null
  const length = Date.parse(start) - Date.parse(last.start)
  return length > 0 && length <= LONGEST ? last : null
}
