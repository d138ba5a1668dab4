import type { Entry } from '../../electron/shared/trip.ts'

/**
 * A place on a day, by the entries that come after it: it is before the first of them that is still there. One entry
 * alone would not do, for an empty one vanishes when it is left.
 */
export interface Spot {
  /** The ids of the entries of that day. The array is shared by all places of one state of the trip. */
  ofDay: readonly string[]
  /** The index of the first entry after the place. */
  at: number
}

interface Day {
  ids: string[]
  indexes: Map<string, number>
}

const known = new WeakMap<readonly Entry[], ReadonlyMap<string, Day>>()

function daysOf(entries: readonly Entry[]): ReadonlyMap<string, Day> {
  const before = known.get(entries)
  if (before !== undefined) return before
  const days = new Map<string, Day>()
  for (const { id, day } of entries) {
    const { ids, indexes } = days.get(day) ?? { ids: [], indexes: new Map<string, number>() }
    indexes.set(id, ids.length)
    ids.push(id)
    days.set(day, { ids, indexes })
  }
  known.set(entries, days)
  return days
}

/** The place before an entry of a day; at the end of that day if it has no such entry. */
export function spotBefore(entries: readonly Entry[], day: string, before: string | null): Spot {
  const found = daysOf(entries).get(day)
  const ofDay = found?.ids ?? []
  return { ofDay, at: found?.indexes.get(before ?? '') ?? ofDay.length }
}

/** The place of an entry that is on that day. */
export function spotOfEntry(entries: readonly Entry[], { id, day }: Pick<Entry, 'id' | 'day'>): Spot {
  const { ofDay, at } = spotBefore(entries, day, id)
  return { ofDay, at: Math.min(at + 1, ofDay.length) }
}

/** The entry that is next at a place now; `null` if none of those after it is there. */
export function nextAt({ ofDay, at }: Spot, isThere: (entryId: string) => boolean): string | null {
  for (let index = at; index < ofDay.length; index++) {
    const id = ofDay[index]
    if (id !== undefined && isThere(id)) return id
  }
  return null
}
