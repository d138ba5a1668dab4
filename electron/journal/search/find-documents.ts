import { isOpenFilter } from '../../shared/entries/entry-filter.ts'
import { foldName } from '../../shared/fold-text.ts'
import type { NameKind, SearchQuery } from '../../shared/search.ts'
import { Dictionary } from './dictionary.ts'
import { lookUp, type Need, parseQuery } from './parse-query.ts'
import { allNeeds, MAX_WORD_SCORE, prepareLookup, scanSegment } from './scan-segment.ts'
import type { Segment } from './segment-arrays.ts'
import type { TermTrips } from './term-trips.ts'

/** A document that matches. */
export interface Match {
  segment: Segment
  index: number
}

export interface Matches {
  /** The best ones, best first; of equally good ones, those of the newest trips. */
  best: Match[]
  total: number
  needs: readonly Need[]
}

/** A query for the index. */
export interface IndexQuery extends SearchQuery {
  /** The keys of the sessions that were attended, if the filter asks for them. */
  attended?: readonly string[]
}

/** Maximum number of words and names that count together: each is one bit of a byte. */
const MAX_NEEDS = 8

/** With fewer hits than this, words with a typo are searched too. */
const ENOUGH_HITS = 10

/**
 * Finds the documents with all words of a query.
 *
 * @param segments the trips, newest first
 * @param trips which of them have each word; `null` if it is not known yet
 */
export function findDocuments(
  segments: readonly Segment[],
  dictionary: Dictionary,
  query: IndexQuery,
  trips: TermTrips | null = null,
): Matches {
  const found = findOnce(segments, dictionary, query, trips, false)
  return found.total >= ENOUGH_HITS ? found : findOnce(segments, dictionary, query, trips, true)
}

const nothing: Matches = { best: [], total: 0, needs: [] }

function findOnce(
  segments: readonly Segment[],
  dictionary: Dictionary,
  { query, mode, tripId, filter, limit, attended = [] }: IndexQuery,
  trips: TermTrips | null,
  allowsTypos: boolean,
): Matches {
  const names = [
    nameNeed(dictionary, 'person', filter.person),
    nameNeed(dictionary, 'tag', filter.tag),
    filter.attended === true ? sessionNeed(dictionary, attended) : undefined,
  ].filter((need) => need !== undefined)
  const wanted = parseQuery(query).slice(0, MAX_NEEDS - names.length)
  const all = [...wanted.map((word) => lookUp(word, dictionary, allowsTypos)), ...names]
  const needs = all.filter((need) => need !== null)
  // An empty query finds nothing, unless a filter says what to look for.
  if (needs.length < all.length || (needs.length === 0 && isOpenFilter(filter))) return nothing
  const lookup = prepareLookup(needs, filter, mode === 'names', dictionary.size)
  const found = new Ranking(needs.length)
  const isEverywhere = tripId === null && needs.length > 0
  const known = trips === null || !isEverywhere ? null : trips.find(lookup, allNeeds(lookup))
  for (const [number, segment] of segments.entries()) {
    if (tripId !== null && segment.tripId !== tripId) continue
    found.begin(segment)
    scanSegment(segment, lookup, found, known?.places.subarray(known.starts[number], known.starts[number + 1]))
  }
  return { best: found.best(limit), total: found.total, needs }
}

/** What finds the entries with a name; `undefined` if any will do, and `null` if no entry has it. */
function nameNeed(dictionary: Dictionary, kind: NameKind, name: string | null | undefined): Need | null | undefined {
  if (name === null || name === undefined) return undefined
  const folded = foldName(name)
  const marks = new Uint8Array(dictionary.size)
  let isFound = false
  dictionary.eachName(kind, (id, known) => {
    if (foldName(known) !== folded) return
    marks[id] = 1
    isFound = true
  })
  return isFound ? { terms: [], words: [marks], isName: true } : null
}

/** What finds the entries about some sessions; `null` without sessions. */
function sessionNeed(dictionary: Dictionary, keys: readonly string[]): Need | null {
  const ids = keys.flatMap((key) => dictionary.find(Dictionary.nameTerm('session', key)) ?? [])
  const marks = new Uint8Array(dictionary.size)
  for (const id of ids) marks[id] = 1
  return ids.length === 0 ? null : { terms: [], words: [marks], isName: true }
}

/** Collects matches and picks the best. There can be very many, so they are kept as numbers. */
class Ranking {
  total = 0
  readonly #segments: Segment[] = []
  /** Where the matches of each segment begin. */
  readonly #begins: number[] = []
  #indexes = new Uint32Array(256)
  #scores = new Uint8Array(256)
  /** How many matches have each score. */
  readonly #counts: Uint32Array

  constructor(needs: number) {
    this.#counts = new Uint32Array(needs * MAX_WORD_SCORE + 1)
  }

  /** The matches that are added next are in this segment. */
  begin(segment: Segment): void {
    this.#segments.push(segment)
    this.#begins.push(this.total)
  }

  add(index: number, score: number): void {
    if (this.total === this.#indexes.length) this.#grow()
    this.#indexes[this.total] = index
    this.#scores[this.total++] = score
    this.#counts[score] = (this.#counts[score] ?? 0) + 1
  }

  best(limit: number): Match[] {
    // The lowest score that still gets in, and how many matches with exactly that score do.
    let [lowest, left] = [this.#counts.length, limit]
    while (lowest > 0 && left > 0) left -= Math.min(left, this.#counts[--lowest] ?? 0)
    const picked: (Match & { score: number })[] = []
    const room = new Uint32Array(this.#counts.length)
    let total = 0
    for (let score = this.#counts.length - 1; score >= lowest; score--) {
      const fits = Math.min(this.#counts[score] ?? 0, limit - total)
      room[score] = fits
      total += fits
    }
    for (const [number, segment] of this.#segments.entries()) {
      const end = this.#begins[number + 1] ?? this.total
      for (let at = this.#begins[number] ?? 0; at < end && picked.length < total; at++) {
        const score = this.#scores[at] ?? 0
        const fits = room[score] ?? 0
        if (fits === 0) continue
        room[score] = fits - 1
        picked.push({ segment, index: this.#indexes[at] ?? 0, score })
      }
    }
    return picked.toSorted((a, b) => b.score - a.score)
  }

  #grow(): void {
    const [indexes, scores] = [this.#indexes, this.#scores]
    this.#indexes = new Uint32Array(this.total * 2)
    this.#indexes.set(indexes)
    this.#scores = new Uint8Array(this.total * 2)
    this.#scores.set(scores)
  }
}
