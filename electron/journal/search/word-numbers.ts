import type { Dictionary } from './dictionary.ts'
import { foldWord } from './tokens.ts'

/** Maximum number of spellings that are known. Beyond that, all are forgotten and met again. */
const MAX_SPELLINGS = 500_000

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

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary
  }

  /**
   * The number of a word; -1 if the dictionary is full or the word is empty.
   *
   * @param hash of the characters from `from` to `to`
   * @param canAdd whether a new word may be added to the dictionary
   */
  find(text: string, from: number, to: number, hash: number, canAdd: boolean): number {
    const table = this.#table
    const last = table.length - 1
    const length = to - from
    let row = (slotOf(hash) * ROW) & last
    for (let known = table[row + LENGTH] ?? 0; known !== 0; known = table[row + LENGTH] ?? 0) {
      const isSame = known === length && table[row] === hash && this.#stands(table[row + START] ?? 0, text, from, to)
      if (isSame) return table[row + NUMBER] ?? -1
      row = (row + ROW) & last
    }
    const spelling = text.slice(from, to)
    const term = foldWord(spelling)
    if (term === '') return -1
    const number = canAdd ? this.dictionary.add(term) : (this.dictionary.find(term) ?? -1)
    if (number !== -1) this.#remember(spelling, hash, number, row)
    return number
  }

  /** Whether the spelling with a beginning stands at a place of a text. */
  #stands(start: number, text: string, from: number, to: number): boolean {
    const characters = this.#characters
    for (let at = from; at < to; at++) {
      if (text.charCodeAt(at) !== characters[start + at - from]) return false
    }
    return true
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
