import type { Trip } from '../../shared/trip.ts'

/** Number of the newest ancestors that are kept: at the interval of versions, an hour of writing. */
const NEWEST = 12
const DAYS = 30

/**
 * Combines the ancestors of two states that were merged, or of which one was made from the other. Keeps all of the last
 * hour, the last of each day of the last month, and the last of each month before that.
 *
 * @returns newest last; `undefined` if there are no ancestors
 */
export function joinAncestors(one: readonly string[] = [], other: readonly string[] = []): string[] | undefined {
  const all = [...new Set([...one, ...other].map(inUtc))].toSorted()
  const newest = all.at(-1)
  if (newest === undefined) return undefined
  // The limit is the beginning of a day, so that a day is never split.
  const recent = new Date(Date.parse(newest) - DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const spanOf = (instant: string) => instant.slice(0, instant >= recent ? 10 : 7)
  return all.filter((instant, index) => {
    const next = all[index + 1]
    return index >= all.length - NEWEST || next === undefined || spanOf(next) !== spanOf(instant)
  })
}

/** The states from which both trips were made, newest first; may include one of the two. */
export function commonAncestors(one: Trip, other: Trip): string[] {
  const known = new Set([...(one.ancestors ?? []), one.updatedAt].map(inUtc))
  const others = [...(other.ancestors ?? []), other.updatedAt].map(inUtc)
  return [...new Set(others.filter((instant) => known.has(instant)))].toSorted().toReversed()
}

/** In this form, the alphabetical order is the order in time. */
function inUtc(instant: string): string {
  return new Date(Date.parse(instant)).toISOString()
}
