import { foldName } from '../../shared/fold-text.ts'
import type { FoundName, NameKind, NamesQuery } from '../../shared/search.ts'
import type { Dictionary } from './dictionary.ts'
import type { Segment } from './segment-arrays.ts'
import { termsOf } from './tokens.ts'

/** Finds the names that have words which begin like those of a query, the most frequent first. */
export function findNames(
  segments: readonly Segment[],
  dictionary: Dictionary,
  { query, kinds, limit }: NamesQuery,
): FoundName[] {
  const wanted = termsOf(query)
  const counts = new Uint32Array(dictionary.size)
  const isWanted = new Uint8Array(dictionary.size)
  const names: { id: number; kind: NameKind; name: string }[] = []
  for (const kind of new Set(kinds)) {
    dictionary.eachName(kind, (id, name) => {
      const words = termsOf(name)
      if (!wanted.every((word) => words.some((known) => known.startsWith(word)))) return
      isWanted[id] = 1
      names.push({ id, kind, name })
    })
  }
  for (const { terms, termStarts } of segments) {
    for (const [term, id] of terms.entries()) {
      if (isWanted[id] !== 1) continue
      counts[id] = (counts[id] ?? 0) + (termStarts[term + 1] ?? 0) - (termStarts[term] ?? 0)
    }
  }
  // Spellings that differ in case and accents are one name; the most frequent of them is shown.
  const found = new Map<string, FoundName>()
  for (const { id, kind, name } of names.toSorted((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0))) {
    const entries = counts[id] ?? 0
    const key = `${kind} ${foldName(name)}`
    const known = found.get(key)
    if (known !== undefined) known.entries += entries
    else if (entries > 0) found.set(key, { kind, name, entries })
  }
  return [...found.values()].toSorted((a, b) => b.entries - a.entries).slice(0, limit)
}
