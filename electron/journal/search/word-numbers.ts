import { Dictionary, type KeptKind } from './dictionary.ts'
import { foldWord, type Words } from './tokens.ts'

/** Maximum number of spellings that are known. Beyond that, all are forgotten and met again. */
const MAX_SPELLINGS = 500_000
/** The same for the names of each kind. */
const MAX_NAMES = 50_000

/** The table has a row of four numbers for each spelling: its hash, where it begins, how long it is, and its number. */
const ROW = 4
const START = 1
const LENGTH = 2
const NUMBER = 3

/**
 * Finds the number of a word in the dictionary by the word as it is written, where it stands in a text. Nearly every word
 * of a library has been met before, and then no string is made of it: that takes most of the time of indexing.
 */
export class WordNumbers {
  readonly dictionary: Dictionary
  /** The characters of all spellings that were met, one after the other. */
  #characters = new Uint16Array(1 << 16)
  #used = 0
  #spellings = 0
  /** Each row is at the hash of its spelling, or at the next free place. The length of a free one is 0. */
  #table = new Int32Array(ROW << 14)
  /** The numbers of names, by the name as it is written. */
  readonly #names: Readonly<Record<KeptKind, Map<string, number>>> = {
    person: new Map(),
    tag: new Map(),
    room: new Map(),
    affiliation: new Map(),
    session: new Map(),
  }

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary
  }

  /**
   * The number of a word; -1 if the dictionary is full or the word is empty.
   *
   * @param index which of the words it is
   * @param most the dictionary gets no new words once it has as many
   */
  find(words: Words, index: number, most: number): number {
    const [from, to] = [words.from[index] ?? 0, words.to[index] ?? 0]
    if (from === to) return this.#numberOf(words.characters.get(index) ?? '', most)
    const hash = words.hash[index] ?? 0
    const table = this.#table
    const last = table.length - 1
    const length = to - from
    let row = (slotOf(hash) * ROW) & last
    for (let known = table[row + LENGTH] ?? 0; known !== 0; known = table[row + LENGTH] ?? 0) {
      const isSame =
        known === length && table[row] === hash && this.#stands(table[row + START] ?? 0, words.units, from, to)
      if (isSame) return table[row + NUMBER] ?? -1
      row = (row + ROW) & last
    }
    const spelling = String.fromCharCode(...words.units.subarray(from, to))
    const number = this.#numberOf(foldWord(spelling), most)
    if (number !== -1) this.#remember(spelling, hash, number, row)
    return number
  }

  /** The number of a name, as {@link find} returns it. */
  findName(kind: KeptKind, name: string, most: number): number {
    const known = this.#names[kind].get(name)
    if (known !== undefined) return known
    const number = this.#numberOf(Dictionary.nameTerm(kind, name), most)
    // Few entries are about the same session.
    if (number !== -1 && kind !== 'session') this.#rememberName(kind, name, number)
    return number
  }

  #numberOf(term: string, most: number): number {
    if (term === '') return -1
    return this.dictionary.size < most ? this.dictionary.add(term) : (this.dictionary.find(term) ?? -1)
  }

  /** Whether the spelling with a beginning stands at a place of a text. */
  #stands(start: number, units: Uint16Array, from: number, to: number): boolean {
    const characters = this.#characters
    for (let at = from; at < to; at++) {
      if (units[at] !== characters[start + at - from]) return false
    }
    return true
  }

  #rememberName(kind: KeptKind, name: string, number: number): void {
    const names = this.#names[kind]
    if (names.size >= MAX_NAMES) names.clear()
    names.set(name, number)
  }

  #remember(spelling: string, hash: number, number: number, row: number): void {
    this.#table.set([hash, this.#used, spelling.length, number], row)
    this.#spellings++
    if (this.#used + spelling.length > this.#characters.length) {
      const larger = new Uint16Array(this.#characters.length * 2)
      larger.set(this.#characters)
      this.#characters = larger
    }
    for (let at = 0; at < spelling.length; at++) this.#characters[this.#used++] = spelling.charCodeAt(at)
    if (this.#spellings >= MAX_SPELLINGS) {
      this.#spellings = 0
      this.#used = 0
      this.#table = new Int32Array(ROW << 14)
    } else if (this.#spellings * ROW * 2 > this.#table.length) this.#grow()
  }

  #grow(): void {
    const [rows, table] = [this.#table, new Int32Array(this.#table.length * 2)]
    const last = table.length - 1
    for (let from = 0; from < rows.length; from += ROW) {
      if (rows[from + LENGTH] === 0) continue
      let row = (slotOf(rows[from] ?? 0) * ROW) & last
      while (table[row + LENGTH] !== 0) row = (row + ROW) & last
      table.set(rows.subarray(from, from + ROW), row)
    }
    this.#table = table
  }
}

/** The last bits of the hash alone would depend on the last letters. */
const slotOf = (hash: number) => hash ^ (hash >>> 15)
