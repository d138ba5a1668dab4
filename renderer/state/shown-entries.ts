import { isOpenFilter, matchesFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import type { ShownTrip } from './trip-session.ts'

const none: readonly Entry[] = []

const ordered = new WeakMap<readonly Entry[], readonly Entry[]>()

/** The entries of a trip by day, each day in its own order. A file may hold them in any. */
function byDay(entries: readonly Entry[]): readonly Entry[] {
  const known = ordered.get(entries)
  if (known) return known
  const isSorted = entries.every((entry, index) => (entries[index - 1]?.day ?? '') <= entry.day)
  const made = isSorted ? entries : entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  ordered.set(entries, made)
  return made
}

type Listed = Pick<ShownTrip, 'trip' | 'day' | 'all' | 'entryId' | 'group' | 'plan'>

/** The entries that the list shows: those of a day, or of all days as far as the filter lets them through. */
export function shownEntries({ trip, day, all, entryId, group, plan }: Listed): readonly Entry[] {
  if (trip === null) return none
  if (all === null) return trip.entries.filter((entry) => entry.day === day)
  const entries = byDay(trip.entries)
  if (isOpenFilter(all)) return entries
  // What is selected stays where it is, even if a change has just made it something that the filter does not let through.
  const selected = new Set(entryId === null ? group : [...group, entryId])
  return entries.filter((entry) => selected.has(entry.id) || matchesFilter(entry, all, plan))
}
