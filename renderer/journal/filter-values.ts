import { type EntryFilter, matchesFilter } from '../../electron/shared/entries/entry-filter.ts'
import { peopleIn } from '../../electron/shared/entries/people-in.ts'
import { foldName } from '../../electron/shared/fold-text.ts'
import type { Plan } from '../../electron/shared/programme.ts'
import type { Entry, EntryKind } from '../../electron/shared/trip.ts'

/** How many entries of each kind the rest of a filter lets through. */
export function countKinds(
  entries: readonly Entry[],
  filter: EntryFilter,
  plan: Pick<Plan, 'marks'>,
): Record<EntryKind, number> {
  const counts = { talk: 0, note: 0, encounter: 0 }
  const rest = { ...filter, kind: null }
  for (const entry of entries) if (matchesFilter(entry, rest, plan)) counts[entry.kind]++
  return counts
}

/** A value that a filter can have, and the number of entries with it. */
export interface FilterValue {
  name: string
  entries: number
}

/** Counts names that differ in case or accents as one, the most frequent first. */
function countNames(names: Iterable<string>): FilterValue[] {
  const found = new Map<string, FilterValue>()
  for (const name of names) {
    const key = foldName(name)
    const known = found.get(key)
    if (known) known.entries++
    else if (key !== '') found.set(key, { name, entries: 1 })
  }
  return [...found.values()].toSorted((a, b) => b.entries - a.entries || a.name.localeCompare(b.name))
}

/** The people in some entries. */
export const peopleOf = (entries: readonly Entry[]): FilterValue[] =>
  countNames(entries.flatMap((entry) => [...new Set(peopleIn(entry))]))

/** The tags of some entries. */
export const tagsOf = (entries: readonly Entry[]): FilterValue[] =>
  countNames(entries.flatMap(({ tags }) => [...new Set(tags)]))

/** The days of some entries, in their order. */
export function daysOf(entries: readonly Entry[]): FilterValue[] {
  const counts = new Map<string, number>()
  for (const { day } of entries) counts.set(day, (counts.get(day) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, entries: count })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
