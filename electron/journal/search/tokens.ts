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
/** Half of a character that takes two UTF-16 units. */
const HALF = 5

/** The class of each UTF-16 unit, as far as it has been met; 0 for the others. */
const classes = new Uint8Array(0x1_0000).fill(HALF, 0xd800, 0xe000).fill(OTHER, 0, 1)

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  const found = unspacedScripts.test(character)
    ? UNSPACED
    : letters.test(character)
      ? LETTER
      : inner.test(character)
        ? INNER
        : OTHER
  // Halves without their other one stay what they are.
  if (classes[codePoint] === 0) classes[codePoint] = found
  return found
}

/** Maximum length of a word, in UTF-16 units. The rest of a longer one, such as a key in Base64, is not searched. */
const MAX_WORD = 64
/** Texts up to this length, in UTF-16 units, share their memory. */
const MAX_SHARED = 1 << 16

/**
 * The words of a text, in order. They are numbers in arrays, without any objects: reading words takes most of the time of
 * indexing.
 */
export interface Words {
  count: number
  /** The UTF-16 units of the text, and a 0. */
  units: Uint16Array
  /** Where each word begins. */
  from: Uint32Array
  /** Where what is searched of it ends; where it begins if it consists of characters of a script without spaces. */
  to: Uint32Array
  /** Where the whole word ends. */
  end: Uint32Array
  /** The hash of the units of a word, see `mixHash`. */
  hash: Int32Array
  /** Words of scripts without spaces as they are compared, by their number. */
  characters: Map<number, string>
}

/** A text has one word for every other unit at most, and of a script without spaces one for each. */
function makeRoom(length: number): Words & { bytes: Buffer } {
  const units = new Uint16Array(length + 1)
  const [from, to, end] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)]
  const hash = new Int32Array(length)
  return { count: 0, units, bytes: Buffer.from(units.buffer), from, to, end, hash, characters: new Map() }
}

const shared = makeRoom(MAX_SHARED)

/**
 * The words of a text; they stay as they are until the words of another text are read. In scripts without spaces, each
 * pair of neighbouring characters is a word, and a character without a neighbour is one too.
 */
export function readWords(text: string): Words {
  const words = text.length > MAX_SHARED ? makeRoom(text.length) : shared
  const { units, bytes } = words
  bytes.write(text, 'utf16le')
  units[text.length] = 0
  words.count = 0
  if (words.characters.size > 0) words.characters.clear()
  const { length } = text
  for (let at = 0; at < length;) {
    const kind = classes[units[at] ?? 0] ?? 0
    if (kind === LETTER) at = takeWord(at, length, words)
    else if (kind === OTHER) at++
    else at = takeAny(at, length, words)
  }
  return words
}

/** The words of a text as they are compared, in order. */
export function termsOf(text: string): string[] {
  const { count, from, to, characters } = readWords(text)
  const terms: string[] = []
  for (let word = 0; word < count; word++) {
    const term = characters.get(word) ?? foldWord(text.slice(from[word], to[word]))
    if (term !== '') terms.push(term)
  }
  return terms
}

/** The hash of no units (FNV). It differs in each run, so that no text can be made of words with the same hash. */
const HASH_START = Math.imul(Math.random() * 0xffff_ffff, 1)

/** The hash of the units so far, with one more. */
const mixHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01_00_01_93)

/** The character at a place. After the last one, there is a 0. */
function codePointAt(units: Uint16Array, at: number): number {
  const [unit, next] = [units[at] ?? 0, units[at + 1] ?? 0]
  const isPair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000
  return isPair ? (unit - 0xd800) * 0x400 + next - 0xdc00 + 0x1_0000 : unit
}

const widthOf = (codePoint: number) => (codePoint > 0xffff ? 2 : 1)

function classOf(codePoint: number): number {
  const known = classes[codePoint] ?? 0
  return known === 0 || known === HALF ? classify(codePoint) : known
}

/** @returns the place after the character, or after all characters of a word that begins with it */
function takeAny(at: number, length: number, words: Words): number {
  const codePoint = codePointAt(words.units, at)
  const kind = classOf(codePoint)
  if (kind === LETTER) return takeWord(at, length, words)
  return kind === UNSPACED ? takeCharacters(at, length, words) : at + widthOf(codePoint)
}

/** @returns the place after the word */
function takeWord(from: number, length: number, words: Words): number {
  const { units, count } = words
  const limit = from + MAX_WORD
  let hash = HASH_START
  let at = from
  // Most words consist of letters that have been met before.
  while (at < limit && classes[units[at] ?? 0] === LETTER) hash = mixHash(hash, units[at++] ?? 0)
  words.from[count] = from
  words.count = count + 1
  const next = classes[units[at] ?? 0] ?? 0
  if (next === OTHER || next === UNSPACED) {
    words.to[count] = at
    words.end[count] = at
    words.hash[count] = hash
    return at
  }
  return takeRest(at, length, hash, words)
}

/**
 * Goes on with a word after its first letters, for any characters.
 *
 * @param hash of the letters so far
 * @returns the place after the word
 */
function takeRest(begin: number, length: number, hashSoFar: number, words: Words): number {
  const { units, count } = words
  const word = count - 1
  const limit = (words.from[word] ?? 0) + MAX_WORD
  let [end, to, hash, hashAtEnd] = [begin, begin, hashSoFar, hashSoFar]
  for (let at = begin; at < length;) {
    const codePoint = codePointAt(units, at)
    const kind = classOf(codePoint)
    if (kind !== LETTER && kind !== INNER) break
    const next = at + widthOf(codePoint)
    const isSearched = next <= limit
    if (isSearched) {
      hash = mixHash(hash, units[at] ?? 0)
      if (codePoint > 0xffff) hash = mixHash(hash, units[at + 1] ?? 0)
    }
    at = next
    // An apostrophe at the end is a quotation mark.
    if (kind === INNER && codePoint <= 0x7f) continue
    end = at
    if (!isSearched) continue
    to = at
    hashAtEnd = hash
  }
  words.to[word] = to
  words.end[word] = end
  words.hash[word] = hashAtEnd
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
function takeCharacters(from: number, length: number, words: Words): number {
  let [before, beforeAt] = ['', from]
  let [isAlone, at] = [true, from]
  const add = (term: string, end: number) => {
    const word = words.count++
    words.from[word] = beforeAt
    words.to[word] = beforeAt
    words.end[word] = end
    words.characters.set(word, term)
  }
  while (at < length) {
    const codePoint = codePointAt(words.units, at)
    const kind = classOf(codePoint)
    if (kind !== UNSPACED && (kind !== INNER || codePoint <= 0x7f || codePoint === 0x2019)) break
    const end = at + widthOf(codePoint)
    const character = foldCharacter(String.fromCodePoint(codePoint))
    if (before !== '' && character !== '') {
      add(before + character, end)
      isAlone = false
    }
    if (character !== '') [before, beforeAt] = [character, at]
    at = end
  }
  if (isAlone && before !== '') add(before, at)
  return at
}

/** Whether a word consists of characters of a script without spaces. */
export function isUnspaced(term: string): boolean {
  return unspacedScripts.test(term)
}
