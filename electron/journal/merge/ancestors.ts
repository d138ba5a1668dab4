import type { Trip } from '../../shared/trip.ts'

/** So many of the newest stay, as far apart as versions are: an hour of writing. */
const NEWEST = 12
const DAYS = 30

/**
 * The states from which a trip was made, where it was made from two others or grew on from one: those of both, of the
 * last hour all, of the last month the last of each day, and of the time before the last of each month.
 *
 * @returns newest last; `undefined` where there are none
 */
export function joinAncestors(one: readonly string[] = [], other: readonly string[] = []): string[] | undefined {
  const all = [...new Set([...one, ...other].map(inUtc))].toSorted()
  const newest = all.at(-1)
  if (newest === undefined) return undefined
  // The bound is the beginning of a day, so that all of a day is on the same side of it.
  const recent = new Date(Date.parse(newest) - DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const spanOf = (instant: string) => instant.slice(0, instant >= recent ? 10 : 7)
  return all.filter((instant, index) => {
    const next = all[index + 1]
    return index >= all.length - NEWEST || next === undefined || spanOf(next) !== spanOf(instant)
  })
}

/** The states from which both trips were made, newest first; one of the two may be among them. */
export function commonAncestors(one: Trip, other: Trip): string[] {
  const known = new Set([...(one.ancestors ?? []), one.updatedAt].map(inUtc))
  const others = [...(other.ancestors ?? []), other.updatedAt].map(inUtc)
  return [...new Set(others.filter((instant) => known.has(instant)))].toSorted().toReversed()
}

/** In this form the order of texts is that of moments. */
function inUtc(instant: string): string {
  return new Date(Date.parse(instant)).toISOString()
}
