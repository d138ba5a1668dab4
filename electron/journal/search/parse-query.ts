import { type Dictionary, quality } from './dictionary.ts'
import { isUnspaced, termsOf } from './tokens.ts'

/** A word of a query, or several that have to follow each other. */
export interface Wanted {
  terms: string[]
  /** Whether the last word may be the beginning of one, or a part of one, or have a typo. */
  isOpen: boolean
}

/** Maximum number of words and phrases that count: each is one bit of a byte. */
const MAX_WANTED = 6
/** Maximum number of words in a phrase that are compared. */
const MAX_PHRASE = 40

/** Splits a query into words and `"exact phrases"`. A quotation mark that is never closed is one at the end. */
export function parseQuery(query: string): Wanted[] {
  const wanted: Wanted[] = []
  for (const [, phrase, word = ''] of query.matchAll(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/gu)) {
    const terms = termsOf(phrase ?? word)
    if (terms.length > 0) wanted.push({ terms: terms.slice(0, MAX_PHRASE), isOpen: phrase === undefined })
  }
  return wanted.slice(0, MAX_WANTED)
}

/** A word or phrase of a query, looked up in the dictionary. */
export interface Need {
  /** Its words; empty for a name. */
  terms: readonly string[]
  /** The quality of each term for each of its words; 0 for no match. */
  words: Uint8Array[]
  /** Whether it is the name of a person or tag, which is not found in texts. */
  isName: boolean
}

/** @returns `null` if no trip has one of the words, so that nothing can be found */
export function lookUp(wanted: Wanted, dictionary: Dictionary, allowsTypos: boolean): Need | null {
  const last = wanted.terms.length - 1
  const words = wanted.terms.map((term, index) => {
    const marks = new Uint8Array(dictionary.size)
    let isFound = false
    const mark = (id: number, found: number) => {
      isFound = true
      if (found > (marks[id] ?? 0)) marks[id] = found
    }
    if (isUnspaced(term) && Array.from(term).length === 1) {
      dictionary.matchCharacter(term, (id) => mark(id, quality.exact))
    } else if (!wanted.isOpen || index < last) {
      const id = dictionary.find(term)
      if (id !== undefined) mark(id, quality.exact)
    } else if (last > 0) {
      dictionary.matchPrefix(term, (id) => mark(id, quality.exact))
    } else dictionary.match(term, allowsTypos, mark)
    return isFound ? marks : null
  })
  const found = words.filter((marks) => marks !== null)
  return found.length < words.length ? null : { terms: wanted.terms, words: found, isName: false }
}
