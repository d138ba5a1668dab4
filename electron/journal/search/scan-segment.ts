import type { EntryFilter } from '../../shared/entries/entry-filter.ts'
import { type SearchedField, searchedFields } from '../../shared/search.ts'
import type { Need } from './parse-query.ts'
import { dayNumber, isPrivate, isStarred, kindIn, MARKERS, NAMES, placeIn, type Segment } from './segment.ts'

/** What a word is worth in each field. */
const weights: Record<SearchedField, number> = {
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

const weightOf = Uint8Array.from([...searchedFields.map((field) => weights[field]), 0])
const nameFields: readonly SearchedField[] = ['title', 'person', 'tag']
/** The same where only titles and names count. */
const weightOfNames = weightOf.map((weight, field) =>
  nameFields.some((name) => searchedFields[field] === name) ? weight : 0,
)

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
}

/** Gathers what all segments need to know about a query. */
export function prepareLookup(needs: readonly Need[], filter: EntryFilter, isNames: boolean, terms: number): Lookup {
  const firsts = new Uint8Array(terms)
  for (const [bit, { words }] of needs.entries()) {
    const first = words[0]
    if (first === undefined) continue
    for (let id = 0; id < terms; id++) if (first[id] !== 0) firsts[id] = (firsts[id] ?? 0) | (1 << bit)
  }
  return { needs, filter, isNames, firsts }
}

/** The needs of each term of the trip that is being scanned; reused for the next one. */
let local = new Uint8Array(4096)

/**
 * Calls back for each document of a trip that has everything that is needed, with its score. Most trips lack a word,
 * which their list of terms tells; the words of the others are gone through one by one.
 */
export function scanSegment(segment: Segment, lookup: Lookup, visit: (index: number, score: number) => void): void {
  const { terms, words, wordStarts } = segment
  const { needs, firsts, isNames } = lookup
  const all = (1 << needs.length) - 1
  if (local.length < terms.length) local = new Uint8Array(terms.length * 2)
  let present = 0
  for (let place = 0; place < terms.length; place++) {
    const bits = firsts[terms[place] ?? 0] ?? 0
    local[place] = bits
    present |= bits
  }
  if (present !== all) return
  const weightIn = isNames ? weightOfNames : weightOf
  const best = new Uint8Array(needs.length)
  const documents = wordStarts.length - 1
  for (let index = 0; index < documents; index++) {
    if (isNames && placeIn(segment.flags[index] ?? 0) !== 'entry') continue
    if (!passes(segment, index, lookup.filter)) continue
    const end = wordStarts[index + 1] ?? 0
    let [met, field] = [0, 0]
    if (all !== 0) best.fill(0)
    for (let at = wordStarts[index] ?? 0; at < end; at++) {
      const word = words[at] ?? 0
      if (word < MARKERS) {
        field = word
        continue
      }
      const bits = local[word - MARKERS] ?? 0
      if (bits === 0) continue
      for (let bit = 0; bit < needs.length; bit++) {
        if ((bits & (1 << bit)) === 0) continue
        const need = needs[bit]
        if (need === undefined || (field === NAMES) !== need.isName) continue
        const weight = need.isName ? 0 : (weightIn[field] ?? 0)
        if (weight === 0 && !need.isName) continue
        if (need.words.length > 1 && !continues(segment, at, end, need)) continue
        met |= 1 << bit
        const score = (need.words[0]?.[terms[word - MARKERS] ?? 0] ?? 0) * weight
        if (score > (best[bit] ?? 0)) best[bit] = score
      }
    }
    if (met !== all) continue
    let score = 0
    for (let bit = 0; bit < best.length; bit++) score += best[bit] ?? 0
    visit(index, score)
  }
}

/** Whether the words from a place on are those of a phrase. */
function continues({ words, terms }: Segment, at: number, end: number, need: Need): boolean {
  const length = need.words.length
  if (at + length > end) return false
  for (let offset = 1; offset < length; offset++) {
    const word = words[at + offset] ?? 0
    if (word < MARKERS || (need.words[offset]?.[terms[word - MARKERS] ?? 0] ?? 0) === 0) return false
  }
  return true
}

/** Whether a filter lets a document through, as far as it is not about names. */
function passes(segment: Segment, index: number, filter: EntryFilter): boolean {
  const { kind = null, day = null, starred = null, private: hidden = null } = filter
  if (kind === null && day === null && starred === null && hidden === null) return true
  const flags = segment.flags[index] ?? 0
  if (placeIn(flags) !== 'entry') return false
  return (
    (kind === null || kindIn(flags) === kind) &&
    (day === null || segment.days[index] === dayNumber(day)) &&
    (starred === null || isStarred(flags) === starred) &&
    (hidden === null || isPrivate(flags) === hidden)
  )
}
