import type { Dictionary } from './dictionary.ts'
import { foldWord, hashOf } from './tokens.ts'

/** Maximum number of spellings that are known. Beyond that, all are forgotten and met again. */
const MAX_SPELLINGS = 500_000

/**
 * Finds the number of a word in the dictionary by the word as it is written, where it stands in a text. Nearly every word
 * of a library has been met before, and then no string is made of it: that takes most of the time of indexing.
 */
export class WordNumbers {
  readonly dictionary: Dictionary
  /** The spellings, as they were met. */
  #spellings: string[] = []
  /** The number of each. */
  #numbers: number[] = []
  /** Places of spellings, plus one, each at its hash or at the next free place; 0 for a free one. */
  #table = new Uint32Array(1 << 16)

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
    const mask = this.#table.length - 1
    const length = to - from
    let at = slotOf(hash) & mask
    for (let place = this.#table[at] ?? 0; place !== 0; place = this.#table[at] ?? 0) {
      const spelling = this.#spellings[place - 1] ?? ''
      if (spelling.length === length && stands(spelling, text, from)) return this.#numbers[place - 1] ?? -1
      at = (at + 1) & mask
    }
    const spelling = text.slice(from, to)
    const term = foldWord(spelling)
    if (term === '') return -1
    const number = canAdd ? this.dictionary.add(term) : (this.dictionary.find(term) ?? -1)
    if (number !== -1) this.#remember(spelling, number, at)
    return number
  }

  #remember(spelling: string, number: number, at: number): void {
    // A copy: a part of a text would keep the whole text in memory.
    this.#table[at] = this.#spellings.push(Buffer.from(spelling, 'utf16le').toString('utf16le'))
    this.#numbers.push(number)
    if (this.#spellings.length >= MAX_SPELLINGS) {
      this.#spellings = []
      this.#numbers = []
      this.#table = new Uint32Array(1 << 16)
    } else if (this.#spellings.length * 2 > this.#table.length) this.#grow()
  }

  #grow(): void {
    const table = new Uint32Array(this.#table.length * 4)
    const mask = table.length - 1
    for (const [place, spelling] of this.#spellings.entries()) {
      let at = slotOf(hashOf(spelling)) & mask
      while (table[at] !== 0) at = (at + 1) & mask
      table[at] = place + 1
    }
    this.#table = table
  }
}

/** Whether a spelling stands at a place of a text. For a few letters, this is faster than `startsWith`. */
function stands(spelling: string, text: string, from: number): boolean {
  for (let at = 0; at < spelling.length; at++) {
    if (spelling.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  }
  return true
}

/** The last bits of the hash alone would depend on the last letters. */
const slotOf = (hash: number) => hash ^ (hash >>> 15)
