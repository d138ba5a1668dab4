import { placeByTime } from '../../shared/entries/place-entry.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { mergeOrder } from './merge-order.ts'
import { mergeValue } from './merge-value.ts'
import { compareTimes, on, type Sides } from '../trip-file/sides.ts'

/**
 * Orders the merged entries day by day, so that one side can rearrange the first day while the other rearranges the
 * second.
 *
 * @param journal the merged entries
 */
export function orderEntries(sides: Sides<Trip>, journal: ReadonlyMap<string, Entry>): Entry[] {
  const days = on(sides, (trip) => idsByDay(trip.entries))
  const merged = new Map<string, string[]>()
  const left: Entry[] = []
  for (const [day, ids] of idsByDay([...journal.values()])) {
    const lists = on(days, (list) => list.get(day) ?? [])
    const inLists = new Set([...lists.newer, ...lists.older])
    const wanted = new Set(ids.filter((id) => inLists.has(id)))
    const order = mergeOrder(lists, wanted, (one, other) => startsFirst(journal.get(one), journal.get(other)))
    if (order.length > 0) merged.set(day, order)
    // One side moved the entry to this day and deleted it, and the other edited it.
    left.push(...ids.filter((id) => !inLists.has(id)).flatMap((id) => journal.get(id) ?? []))
  }
  const ordered = inArray(sides, merged).flatMap((id) => journal.get(id) ?? [])
  return left.toSorted((a, b) => (a.id < b.id ? -1 : 1)).reduce(placeByTime, ordered)
}

function idsByDay(entries: readonly Entry[]): Map<string, string[]> {
  const days = new Map<string, string[]>()
  for (const { id, day } of entries) {
    const ids = days.get(day)
    if (ids === undefined) days.set(day, [id])
    else ids.push(id)
  }
  return days
}

/** Compares by start time, or by creation time if an entry has no start. */
function startsFirst(one: Entry | undefined, other: Entry | undefined): boolean {
  if (one === undefined || other === undefined) return true
  if (one.start !== null && other.start !== null) return compareTimes(one.start, other.start) <= 0
  return compareTimes(one.createdAt, other.createdAt) <= 0
}

/** The order of days in the file has no meaning, so it stays unchanged if it fits one of the sides. */
function inArray(sides: Sides<Trip>, days: ReadonlyMap<string, readonly string[]>): string[] {
  const ids = on(sides, (trip) => trip.entries.map((entry) => entry.id))
  const fits = on(sides, (trip) => isInOrder(trip, days))
  if (fits.newer && fits.older) return mergeValue(ids).value
  if (fits.newer) return ids.newer
  if (fits.older) return ids.older
  return [...days.keys()].toSorted().flatMap((day) => days.get(day) ?? [])
}

function isInOrder(trip: Trip, days: ReadonlyMap<string, readonly string[]>): boolean {
  const own = idsByDay(trip.entries)
  return own.size === days.size && [...own].every(([day, ids]) => ids.join() === days.get(day)?.join())
}
