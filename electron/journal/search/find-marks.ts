import { foldCharacter } from '../../shared/fold-text.ts'
import type { Need } from './parse-query.ts'
import { readable } from './segment.ts'
import { readWords, type Words } from './tokens.ts'
import type { WordNumbers } from './word-numbers.ts'

/** A place in a text where a word of the query is, in UTF-16 units. */
export interface Mark {
  from: number
  to: number
  /** Which word or phrase of the query it is. */
  need: number
  quality: number
}

/** How much of a text is searched for places, in UTF-16 units. */
const SEARCHED = 200_000
const MAX_MARKS = 200

/** Finds the words of a query in a text. The marks are in order and do not overlap. */
export function findMarks(text: string, needs: readonly Need[], numbers: WordNumbers): Mark[] {
  const words = readWords(readable(text.slice(0, SEARCHED)))
  const ids = new Int32Array(words.count)
  for (let at = 0; at < ids.length; at++) ids[at] = numbers.find(words, at, 0)
  const marks: Mark[] = []
  for (let at = 0; at < ids.length && marks.length < MAX_MARKS; at++) {
    for (const [number, need] of needs.entries()) {
      const mark = markAt(text, words, ids, at, need)
      if (mark === null || mark.from < (marks.at(-1)?.to ?? 0)) continue
      marks.push({ ...mark, need: number })
    }
  }
  return marks
}

function markAt(text: string, words: Words, ids: Int32Array, at: number, need: Need): Omit<Mark, 'need'> | null {
  const found = need.words[0]?.[ids[at] ?? -1] ?? 0
  const last = at + need.words.length - 1
  if (found === 0 || need.isName || last >= ids.length) return null
  const isWhole = need.words.every((matching, offset) => (matching[ids[at + offset] ?? -1] ?? 0) !== 0)
  if (!isWhole) return null
  const [term, ...others] = need.terms
  const from = words.from[at] ?? 0
  const isOne = term !== undefined && others.length === 0
  const range = isOne ? narrow(text, from, words.end[at] ?? 0, term) : { from, to: words.end[last] ?? 0 }
  return { ...range, quality: found }
}

/** The part of a word that the query has: all of it, unless the word only begins like that or contains it. */
function narrow(text: string, from: number, to: number, term: string): { from: number; to: number } {
  const places: number[] = []
  let folded = ''
  for (let at = from; at < to;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const letters = character === "'" || character === '’' ? '' : foldCharacter(character)
    for (let letter = 0; letter < letters.length; letter++) places.push(at)
    folded += letters
    at += character.length
  }
  const begin = folded.indexOf(term)
  return begin === -1 ? { from, to } : { from: places[begin] ?? from, to: places[begin + term.length] ?? to }
}
