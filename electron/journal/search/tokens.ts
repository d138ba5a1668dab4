import { foldCharacter } from '../../shared/fold-text.ts'

/** Scripts written without spaces, in which every two characters in a row count as a word. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u
const letters = /[\p{L}\p{N}]/u
/** What does not end a word: marks, what cannot be seen, and apostrophes. */
const inner = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF'’]/u

const OTHER = 1
const LETTER = 2
const UNSPACED = 3
const INNER = 4

/** The class of each character of the basic plane, as far as it has been met; 0 for the others. */
const classes = new Uint8Array(0x1_0000)

function classOf(codePoint: number): number {
  const known = codePoint < 0x1_0000 ? (classes[codePoint] ?? 0) : 0
  return known === 0 ? classify(codePoint) : known
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  const found = unspacedScripts.test(character)
    ? UNSPACED
    : letters.test(character)
      ? LETTER
      : inner.test(character)
        ? INNER
        : OTHER
  if (codePoint < classes.length) classes[codePoint] = found
  return found
}

/** Maximum length of a word, in UTF-16 units. The rest of a longer one, such as a key in Base64, is not searched. */
const MAX_WORD = 64

/** Receives the words of a text, in order. */
export interface WordVisitor {
  /**
   * A word as it is written, from one place to another.
   *
   * @param end where the whole word ends, if it is longer than what is searched of it
   * @param hash of the characters, see `mixHash`
   */
  spelling(text: string, from: number, to: number, end: number, hash: number): void
  /** Characters of a script without spaces, as they are compared. */
  characters(term: string, from: number, to: number): void
}

/**
 * Goes through the words of a text. In scripts without spaces, each pair of neighbouring characters is a word, and a
 * character without a neighbour is one too.
 */
export function visitWords(text: string, visitor: WordVisitor): void {
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const codePoint = unit < 0xd800 ? unit : (text.codePointAt(at) ?? 0)
    const kind = classOf(codePoint)
    if (kind === LETTER) at = takeWord(text, at, visitor)
    else if (kind === UNSPACED) at = takeCharacters(text, at, visitor)
    else at += width(codePoint)
  }
}

/** Calls back for each word of a text as it is compared, with its place. */
export function eachWord(text: string, visit: (term: string, from: number, to: number) => void): void {
  visitWords(text, {
    spelling(_, from, to, end) {
      const term = foldWord(text.slice(from, to))
      if (term !== '') visit(term, from, end)
    },
    characters: visit,
  })
}

/** The hash of no characters (FNV). It differs in each run, so that no text can be made of words with the same hash. */
const HASH_START = Math.imul(Math.random() * 0xffff_ffff, 1)

/** The hash of the characters so far, with one more. */
const mixHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01_00_01_93)

const width = (codePoint: number) => (codePoint > 0xffff ? 2 : 1)

/** @returns the place after the word */
function takeWord(text: string, from: number, visitor: WordVisitor): number {
  // One letter after the other, without any objects: most of the time of indexing is spent here.
  let end = from
  let to = from
  let hash = HASH_START
  let hashAtEnd = HASH_START
  for (let at = from; at < text.length;) {
    const unit = text.charCodeAt(at)
    const codePoint = unit < 0xd800 ? unit : (text.codePointAt(at) ?? 0)
    const kind = classOf(codePoint)
    if (kind !== LETTER && kind !== INNER) break
    const next = at + width(codePoint)
    const isSearched = next - from <= MAX_WORD
    if (isSearched) {
      hash = mixHash(hash, unit)
      if (codePoint > 0xffff) hash = mixHash(hash, text.charCodeAt(at + 1))
    }
    at = next
    // An apostrophe at the end is a quotation mark.
    if (kind === INNER && codePoint <= 0x7f) continue
    end = at
    if (!isSearched) continue
    to = at
    hashAtEnd = hash
  }
  visitor.spelling(text, from, to, end, hashAtEnd)
  return end
}

/** A word as it is compared. */
export function foldWord(word: string): string {
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase()
  let term = ''
  for (const character of word) if (character !== "'" && character !== '’') term += foldCharacter(character)
  return term
}

/** @returns the place after the characters */
function takeCharacters(text: string, from: number, visitor: WordVisitor): number {
  let [before, beforeAt] = ['', from]
  let [isAlone, at] = [true, from]
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = classOf(codePoint)
    if (kind !== UNSPACED && (kind !== INNER || codePoint <= 0x7f || codePoint === 0x2019)) break
    const end = at + width(codePoint)
    const character = foldCharacter(text.slice(at, end))
    if (before !== '' && character !== '') {
      visitor.characters(before + character, beforeAt, end)
      isAlone = false
    }
    if (character !== '') [before, beforeAt] = [character, at]
    at = end
  }
  if (isAlone && before !== '') visitor.characters(before, beforeAt, at)
  return at
}

/** Whether a word consists of characters of a script without spaces. */
export function isUnspaced(term: string): boolean {
  return unspacedScripts.test(term)
}
