import { type EntryFilter, isOpenFilter } from '../../shared/entries/entry-filter.ts'
import { type SearchedField, searchedFields } from '../../shared/search.ts'
import type { Need } from './parse-query.ts'
import { dayNumber, isPrivate, isStarred, kindIn, placeIn } from './segment.ts'
import { MARKERS, NAMES, type Segment } from './segment-arrays.ts'

/** What a word is worth in each field. */
const fieldWeights: Record<SearchedField, number> = {
  title: 4,
  person: 3,
  tag: 3,
  text: 2,
  lead: 2,
  closing: 2,
  section: 2,
  caption: 2,
  detail: 2,
}

const nameFields: ReadonlySet<SearchedField> = new Set(['title', 'person', 'tag'])

const weightOf = Uint8Array.from([...searchedFields.map((field) => fieldWeights[field]), 0])
/** The same where only titles and names count. */
const weightOfNames = Uint8Array.from([
  ...searchedFields.map((field) => (nameFields.has(field) ? fieldWeights[field] : 0)),
  0,
])
/** The same for the names that a filter wants: they count, but make no hit better than another. */
const weightOfFilters = Uint8Array.from(weightOf, (_, field) => (field === NAMES ? 1 : 0))

/** Maximum quality of a match times the maximum weight: the score of one word. */
export const MAX_WORD_SCORE = 20

/** A query that has been looked up in the dictionary. */
export interface Lookup {
  needs: readonly Need[]
  filter: EntryFilter
  /** Whether only titles, people and tags count. */
  isNames: boolean
  /** For each term of the dictionary: the needs whose first word it is, one bit each. */
  firsts: Uint8Array
  /** The terms that have any of these. */
  ids: Uint32Array
}

/** Collects the documents that have everything. */
export interface Found {
  add(index: number, score: number): void
}

/** Gathers what all segments need to know about a query. */
export function prepareLookup(needs: readonly Need[], filter: EntryFilter, isNames: boolean, terms: number): Lookup {
  const firsts = new Uint8Array(terms)
  const ids: number[] = []
  for (const [bit, { words }] of needs.entries()) {
    const first = words[0]
    if (first === undefined) continue
    for (let id = 0; id < terms; id++) {
      if (first[id] === 0) continue
      if (firsts[id] === 0) ids.push(id)
      firsts[id] = (firsts[id] ?? 0) | (1 << bit)
    }
  }
  return { needs, filter, isNames, firsts, ids: new Uint32Array(ids) }
}

/**
 * Numbers that every segment needs again: its terms that any need begins with, what its documents have, and the phrases
 * that its texts have been searched for.
 */
const scratch = {
  terms: new Uint32Array(4096),
  met: new Uint8Array(256),
  best: new Uint8Array(1024),
  searched: new Uint8Array(1024),
}

/** The bits of all needs. */
export const allNeeds = ({ needs }: Lookup): number => (1 << needs.length) - 1

/**
 * Collects each document of a trip that has everything that is needed, with its score. Only the places of the
 * words that are searched are looked at, and none if the trip lacks one of them.
 *
 * @param known the places in `terms` of the terms that a need begins with, if they are known; none if a need has none
 */
export function scanSegment(segment: Segment, lookup: Lookup, found: Found, known?: Uint32Array): void {
  const { needs, isNames, filter } = lookup
  if (known?.length === 0) return
  const all = allNeeds(lookup)
  const isOpen = !isNames && isOpenFilter(filter)
  const documents = segment.flags.length
  makeRoom(segment, needs.length)
  const count = known === undefined ? findTerms(segment, lookup, all) : known.length
  if (count === -1) return
  const terms = known ?? scratch.terms
  const [only, second] = needs
  if (only?.words.length === 1 && second === undefined) {
    const scores = scoreOne(segment, terms, count, only, weightsFor(only, isNames))
    for (let index = 0; index < documents; index++) {
      const score = scores[index] ?? 0
      if (score !== 0 && (isOpen || passes(segment, index, lookup))) found.add(index, score)
    }
    return
  }
  const { met, best } = scratch
  met.fill(0, 0, documents)
  best.fill(0, 0, documents * needs.length)
  scratch.searched.fill(0, 0, segment.partFields.length)
  for (let number = 0; number < count; number++) visitTerm(segment, terms[number] ?? 0, lookup)
  for (let index = 0; index < documents; index++) {
    if (met[index] !== all || (!isOpen && !passes(segment, index, lookup))) continue
    let score = 0
    for (let bit = 0; bit < needs.length; bit++) score += best[index * needs.length + bit] ?? 0
    found.add(index, score)
  }
}

/** The score of each document for one word, 0 without it: most searches are for one, and there are most hits for its first letters. */
function scoreOne(segment: Segment, found: Uint32Array, count: number, need: Need, weights: Uint8Array): Uint8Array {
  const { terms, termParts, termStarts, partFields, partDocuments, flags } = segment
  const [qualities] = need.words
  const { best } = scratch
  best.fill(0, 0, flags.length)
  for (let number = 0; number < count; number++) {
    const term = found[number] ?? 0
    const value = qualities?.[terms[term] ?? 0] ?? 0
    const end = termStarts[term + 1] ?? 0
    for (let at = termStarts[term] ?? 0; at < end; at++) {
      const part = termParts[at] ?? 0
      const score = value * (weights[partFields[part] ?? 0] ?? 0)
      const index = partDocuments[part] ?? 0
      if (score > (best[index] ?? 0)) best[index] = score
    }
  }
  return best
}

/** What a match is worth in each field, at least 1; 0 where it does not count. */
function weightsFor({ isName }: Need, isNames: boolean): Uint8Array {
  return isName ? weightOfFilters : isNames ? weightOfNames : weightOf
}

function makeRoom(segment: Segment, needs: number): void {
  const [terms, documents, parts] = [segment.terms.length, segment.flags.length, segment.partFields.length]
  if (scratch.terms.length < terms) scratch.terms = new Uint32Array(terms * 2)
  if (scratch.met.length < documents) scratch.met = new Uint8Array(documents * 2)
  if (scratch.best.length < documents * needs) scratch.best = new Uint8Array(documents * needs * 2)
  if (scratch.searched.length < parts) scratch.searched = new Uint8Array(parts * 2)
}

/** Collects the terms of a trip that a need begins with. Returns their number, or -1 if one of the needs has none. */
function findTerms({ terms }: Segment, { firsts, ids }: Lookup, all: number): number {
  const { terms: found } = scratch
  let [present, count] = [0, 0]
  if (ids.length * SEARCH_COST < terms.length) {
    for (const id of ids) {
      const term = placeOf(terms, id)
      if (term === -1) continue
      present |= firsts[id] ?? 0
      found[count++] = term
    }
  } else {
    for (let term = 0; term < terms.length; term++) {
      const wanted = firsts[terms[term] ?? 0] ?? 0
      if (wanted === 0) continue
      present |= wanted
      found[count++] = term
    }
  }
  return present === all ? count : -1
}

/** Looking for one term costs as much as looking at this many. */
const SEARCH_COST = 32

/** The place of a number in an ascending list; -1 if it is not there. */
function placeOf(numbers: Uint32Array, wanted: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const number = numbers[middle] ?? 0
    if (number === wanted) return middle
    if (number < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Notes a term for each document that has it. */
function visitTerm(segment: Segment, term: number, lookup: Lookup): void {
  const bits = lookup.firsts[segment.terms[term] ?? 0] ?? 0
  for (let bit = 0; bit < lookup.needs.length; bit++) {
    if ((bits & (1 << bit)) !== 0) visitParts(segment, term, bit, lookup)
  }
}

/** @param bit the number of the need */
function visitParts(segment: Segment, term: number, bit: number, { needs, isNames }: Lookup): void {
  const need = needs[bit]
  if (need === undefined) return
  const { terms, termParts, termStarts, partFields, partDocuments } = segment
  const { met, best } = scratch
  const value = need.words[0]?.[terms[term] ?? 0] ?? 0
  const weights = weightsFor(need, isNames)
  const step = needs.length
  const end = termStarts[term + 1] ?? 0
  const isPhrase = need.words.length > 1
  for (let number = termStarts[term] ?? 0; number < end; number++) {
    const part = termParts[number] ?? 0
    const weight = weights[partFields[part] ?? 0] ?? 0
    if (weight === 0 || (isPhrase && !hasPhrase(segment, part, bit, need))) continue
    const index = partDocuments[part] ?? 0
    met[index] = (met[index] ?? 0) | (1 << bit)
    const slot = index * step + bit
    const score = value * weight
    if (score > (best[slot] ?? 0)) best[slot] = score
  }
}

/** Whether a text has a phrase; `false` if it has been asked before. */
function hasPhrase(segment: Segment, part: number, bit: number, need: Need): boolean {
  const { words, terms, partStarts } = segment
  // A phrase can begin with many words, and a text can be a novel.
  const searched = scratch.searched[part] ?? 0
  if ((searched & (1 << bit)) !== 0) return false
  scratch.searched[part] = searched | (1 << bit)
  const end = partStarts[part + 1] ?? words.length
  for (let at = (partStarts[part] ?? 0) + 1; at < end; at++) {
    const word = words[at] ?? 0
    const begins = word >= MARKERS && (need.words[0]?.[terms[word - MARKERS] ?? 0] ?? 0) !== 0
    if (begins && continues(segment, at, need)) return true
  }
  return false
}

/** Whether the words from a place on are those of a phrase. The number of a field between them ends it. */
function continues({ words, terms }: Segment, at: number, need: Need): boolean {
  for (let offset = 1; offset < need.words.length; offset++) {
    const word = words[at + offset] ?? 0
    if (word < MARKERS || (need.words[offset]?.[terms[word - MARKERS] ?? 0] ?? 0) === 0) return false
  }
  return true
}

/** Whether a document is let through, as far as that does not depend on names. */
function passes(segment: Segment, index: number, { filter, isNames }: Lookup): boolean {
  const { kind = null, day = null, starred = null, private: hidden = null } = filter
  if (!isNames && kind === null && day === null && starred === null && hidden === null) return true
  const flags = segment.flags[index] ?? 0
  if (placeIn(flags) !== 'entry') return false
  return (
    (kind === null || kindIn(flags) === kind) &&
    (day === null || segment.days[index] === dayNumber(day)) &&
    (starred === null || isStarred(flags) === starred) &&
    (hidden === null || isPrivate(flags) === hidden)
  )
}
