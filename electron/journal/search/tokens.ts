import { foldCharacter } from '../../shared/fold-text.ts'

/** Scripts written without spaces, in which every two characters in a row count as a word. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u
const letters = /[\p{L}\p{N}]/u
/** What does not end a word: marks, what cannot be seen, and apostrophes. */
const inner = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF'’]/u

type CharacterClass = typeof OTHER | typeof LETTER | typeof UNSPACED | typeof INNER
const [OTHER, LETTER, UNSPACED, INNER] = [1, 2, 3, 4] as const

/** The class of each character of the basic plane, as far as it has been met; 0 for the others. */
const classes = new Uint8Array(0x1_0000)

function classOf(codePoint: number): CharacterClass {
  const known = classes[codePoint]
  if (known === OTHER || known === LETTER || known === UNSPACED || known === INNER) return known
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

/** Called with a word as it is compared, and its place in the text. */
export type VisitWord = (term: string, from: number, to: number) => void

/**
 * Calls back for each word of a text, in order. In scripts without spaces, each pair of neighbouring characters is a
 * word, and a character without a neighbour is one too.
 */
export function eachWord(text: string, visit: VisitWord): void {
  let at = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = classOf(codePoint)
    if (kind === LETTER) at = takeWord(text, at, visit)
    else if (kind === UNSPACED) at = takeCharacters(text, at, visit)
    else at += width(codePoint)
  }
}

const width = (codePoint: number) => (codePoint > 0xffff ? 2 : 1)

/** @returns the place after the word */
function takeWord(text: string, from: number, visit: VisitWord): number {
  let end = from
  let isPlain = true
  for (let at = from; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = classOf(codePoint)
    if (kind !== LETTER && kind !== INNER) break
    at += width(codePoint)
    if (codePoint > 0x7f || kind === INNER) isPlain = false
    // An apostrophe at the end is a quotation mark.
    if (kind === LETTER || codePoint > 0x7f) end = at
  }
  const word = text.slice(from, Math.min(end, from + MAX_WORD))
  const term = isPlain ? word.toLowerCase() : foldWord(word)
  if (term !== '') visit(term, from, end)
  return end
}

function foldWord(word: string): string {
  let term = ''
  for (const character of word) if (character !== "'" && character !== '’') term += foldCharacter(character)
  return term
}

/** @returns the place after the characters */
function takeCharacters(text: string, from: number, visit: VisitWord): number {
  let [before, beforeAt] = ['', from]
  let [isAlone, at] = [true, from]
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = classOf(codePoint)
    if (kind !== UNSPACED && (kind !== INNER || codePoint <= 0x7f || codePoint === 0x2019)) break
    const end = at + width(codePoint)
    const character = foldCharacter(text.slice(at, end))
    if (before !== '' && character !== '') {
      visit(before + character, beforeAt, end)
      isAlone = false
    }
    if (character !== '') [before, beforeAt] = [character, at]
    at = end
  }
  if (isAlone && before !== '') visit(before, beforeAt, at)
  return at
}

/** Whether a word consists of characters of a script without spaces. */
export function isUnspaced(term: string): boolean {
  return unspacedScripts.test(term)
}
