import { foldCharacter } from '../../shared/fold-text.ts'
import type { Need } from './parse-query.ts'
import { readable } from './segment.ts'
import { visitWords } from './tokens.ts'
import type { WordNumbers } from './word-numbers.ts'

/** A place in a text where a word of the query is, in UTF-16 units. */
export interface Mark {
  from: number
  to: number
  /** Which word or phrase of the query it is. */
  need: number
  quality: number
}

interface Word {
  id: number
  from: number
  to: number
}

/** How much of a text is searched for places, in UTF-16 units. */
const SEARCHED = 200_000
const MAX_MARKS = 200

/** Finds the words of a query in a text. The marks are in order and do not overlap. */
export function findMarks(text: string, needs: readonly Need[], numbers: WordNumbers): Mark[] {
  const words: Word[] = []
  visitWords(readable(text.slice(0, SEARCHED)), {
    spelling: (source, from, to, end, hash) => {
      words.push({ id: numbers.find(source, from, to, hash, false), from, to: end })
    },
    characters: (term, from, to) => words.push({ id: numbers.dictionary.find(term) ?? -1, from, to }),
  })
  const marks: Mark[] = []
  for (let at = 0; at < words.length && marks.length < MAX_MARKS; at++) {
    for (const [number, need] of needs.entries()) {
      const mark = markAt(text, words, at, need)
      if (mark === null || mark.from < (marks.at(-1)?.to ?? 0)) continue
      marks.push({ ...mark, need: number })
    }
  }
  return marks
}

function markAt(text: string, words: readonly Word[], at: number, need: Need): Omit<Mark, 'need'> | null {
  const first = words[at]
  const last = words[at + need.words.length - 1]
  const found = first === undefined ? 0 : (need.words[0]?.[first.id] ?? 0)
  if (need.isName || found === 0 || first === undefined || last === undefined) return null
  const isWhole = need.words.every((matching, offset) => (matching[words[at + offset]?.id ?? -1] ?? 0) !== 0)
  if (!isWhole) return null
  const [term, ...others] = need.terms
  const range =
    term !== undefined && others.length === 0 ? narrow(text, first, term) : { from: first.from, to: last.to }
  return { ...range, quality: found }
}

/** The part of a word that the query has: all of it, unless the word only begins like that or contains it. */
function narrow(text: string, { from, to }: Word, term: string): { from: number; to: number } {
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
