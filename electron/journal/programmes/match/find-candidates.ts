import type { ExpectedSlots } from './expected-slots.ts'
import type { SessionTraits } from './session-traits.ts'

/** A word that more sessions have in their title does not help to find one of them. */
const COMMON = 25
/** Of more sessions that have something in common with one, only those at about the expected time are considered. */
const MAX_CANDIDATES = 200

/**
 * Finds the sessions that another one may be, by what they have in common: identity, title, a rare word of it, a speaker,
 * the abstract, or the time. Comparing each with each would take seconds for the largest programmes.
 */
export function candidateFinder(
  later: readonly SessionTraits[],
  startOf: ExpectedSlots['startOf'],
): (before: SessionTraits) => SessionTraits[] {
  const all = later.toSorted((one, other) => timeOf(one.start) - timeOf(other.start) || one.index - other.index)
  const identities = indexBy(all, ({ identity }) => [identity])
  const titles = indexBy(all, ({ title }) => [title])
  const words = indexBy(all, (traits) => traits.words)
  const speakers = indexBy(all, (traits) => traits.speakers)
  const abstracts = indexBy(all, ({ abstract }) => (abstract === '' ? [] : [abstract]))
  const starts = indexBy(all, ({ start }) => [String(start)])
  return (before) => {
    const start = startOf(before)
    const candidates = new Set<SessionTraits>()
    const add = (list: readonly SessionTraits[] = []) => {
      for (const traits of around(list, timeOf(start))) candidates.add(traits)
    }
    add(identities.get(before.identity))
    add(titles.get(before.title))
    for (const word of before.words) {
      const list = words.get(word) ?? []
      if (list.length <= COMMON) add(list)
    }
    for (const name of before.speakers) add(speakers.get(name))
    add(abstracts.get(before.abstract))
    add(starts.get(String(start)))
    return [...candidates].toSorted((one, other) => one.index - other.index)
  }
}

function timeOf(start: number | null): number {
  return start ?? Number.MAX_SAFE_INTEGER
}

/** The part of a list around a time, by which it is sorted. */
function around(list: readonly SessionTraits[], time: number): readonly SessionTraits[] {
  if (list.length <= MAX_CANDIDATES) return list
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (timeOf(list[middle]?.start ?? null) < time) low = middle + 1
    else high = middle
  }
  const first = Math.min(Math.max(0, low - MAX_CANDIDATES / 2), list.length - MAX_CANDIDATES)
  return list.slice(first, first + MAX_CANDIDATES)
}

function indexBy(
  all: readonly SessionTraits[],
  keysOf: (traits: SessionTraits) => Iterable<string>,
): Map<string, SessionTraits[]> {
  const index = new Map<string, SessionTraits[]>()
  for (const traits of all) {
    for (const key of keysOf(traits)) {
      const known = index.get(key)
      if (known === undefined) index.set(key, [traits])
      else known.push(traits)
    }
  }
  return index
}
