import { type NameKind, nameKinds } from '../../shared/search.ts'
import { isUnspaced } from './tokens.ts'

/** How well a word of a text matches one of the query; 0 for not at all. */
export const quality = { exact: 5, prefix: 4, inside: 3, typo: 2, prefixTypo: 1 } as const

/** What is kept of an entry beside its words: names that entries share, and the session that it is about. */
export const keptKinds = [...nameKinds, 'session'] as const
export type KeptKind = (typeof keptKinds)[number]

/** Before names, which are kept like words but are not words of any text. */
const NAME = '\u0001'
const nameMarks: Readonly<Record<KeptKind, string>> = {
  person: 'p',
  tag: 't',
  room: 'r',
  affiliation: 'a',
  session: 's',
}

/** Maximum number of different words. A library of a lifetime has some hundred thousand. */
const MAX_TERMS = 4_000_000

/** Minimum length of a part that is searched inside of words. Characters of scripts without spaces say more. */
const MIN_INSIDE = 3
const MIN_TYPO = 4
const MIN_PREFIX_TYPO = 5

/** All words of all trips, numbered in the order in which they were met. */
export class Dictionary {
  readonly #ids = new Map<string, number>()
  readonly #terms: string[] = []
  /** The terms, each between line breaks: searching one long string is much faster than searching many short ones. */
  #lines = '\n'
  /** Where each line begins, after its break. */
  #starts = new Uint32Array(1024)
  #inLines = 0

  get size(): number {
    return this.#terms.length
  }

  term(id: number): string {
    return this.#terms[id] ?? ''
  }

  get terms(): readonly string[] {
    return this.#terms
  }

  /** The number of a word; `undefined` if no trip has it. */
  find(term: string): number | undefined {
    return this.#ids.get(term)
  }

  /** The number of a word, which is added if necessary; -1 if there are too many. */
  add(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#terms.length
    if (id >= MAX_TERMS) return -1
    this.#ids.set(term, id)
    this.#terms.push(term)
    return id
  }

  /**
   * Calls back for each term that a word of a query matches, with the quality of the match. A single Latin letter
   * matches itself: half of all texts have a word that begins with it.
   */
  match(word: string, allowsTypos: boolean, visit: (id: number, quality: number) => void): void {
    const exact = this.#ids.get(word)
    if (exact !== undefined) visit(exact, quality.exact)
    const minInside = isUnspaced(word) ? 1 : /^[\x20-\u024F]*$/.test(word) ? MIN_INSIDE : 2
    if (word.length >= minInside) {
      this.#eachWith(word, (id, isStart) => visit(id, isStart ? quality.prefix : quality.inside))
    } else if (word.length > 1 || minInside === 2) this.#eachWith(`\n${word}`, (id) => visit(id, quality.prefix))
    if (allowsTypos && word.length >= MIN_TYPO && !isUnspaced(word)) this.#matchTypos(word, visit)
  }

  /** Calls back for each term that begins like a word. */
  matchPrefix(word: string, visit: (id: number) => void): void {
    this.#eachWith(`\n${word}`, visit)
  }

  /** Calls back for each term that has a character. */
  matchCharacter(character: string, visit: (id: number) => void): void {
    this.#eachWith(character, visit)
  }

  /** Calls back for each name of a kind. */
  eachName(kind: NameKind, visit: (id: number, name: string) => void): void {
    const start = NAME + nameMarks[kind]
    this.#eachLine(`\n${start}`, (id) => visit(id, this.term(id).slice(start.length)))
  }

  /** The term that stands for a name. */
  static nameTerm(kind: KeptKind, name: string): string {
    // A line break would end its line.
    return NAME + nameMarks[kind] + name.replaceAll(/\s+/gu, ' ').trim()
  }

  /** Any word with one wrong letter has one of its halves unchanged, unless the two letters in its middle are swapped. */
  #matchTypos(word: string, visit: (id: number, quality: number) => void): void {
    const middle = Math.floor(word.length / 2)
    const test = (id: number) => {
      const found = typoQuality(word, this.term(id))
      if (found !== 0) visit(id, found)
    }
    this.#eachWith(`\n${word.slice(0, middle)}`, test)
    this.#eachWith(word.slice(middle), test)
    const swapped = word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1)
    this.#eachWith(`\n${swapped}`, test)
  }

  /** Calls back for each term with a part, and whether it begins with it. Names are not terms. */
  #eachWith(part: string, visit: (id: number, isStart: boolean) => void): void {
    this.#eachLine(part, (id, isStart) => {
      if (!this.term(id).startsWith(NAME)) visit(id, isStart)
    })
  }

  #eachLine(part: string, visit: (id: number, isStart: boolean) => void): void {
    this.#update()
    const lines = this.#lines
    for (let at = lines.indexOf(part); at !== -1;) {
      const isBreak = lines.charCodeAt(at) === 10
      const id = this.#lineAt(isBreak ? at + 1 : at)
      visit(id, isBreak || this.#starts[id] === at)
      at = lines.indexOf(part, lines.indexOf('\n', at + 1))
    }
  }

  #update(): void {
    const fresh = this.#terms.slice(this.#inLines)
    if (fresh.length === 0) return
    if (this.#starts.length < this.#terms.length) {
      const larger = new Uint32Array(this.#terms.length * 2)
      larger.set(this.#starts)
      this.#starts = larger
    }
    let at = this.#lines.length
    for (const term of fresh) {
      this.#starts[this.#inLines++] = at
      at += term.length + 1
    }
    this.#lines += `${fresh.join('\n')}\n`
  }

  /** The term whose line has a place. */
  #lineAt(place: number): number {
    let [low, high] = [0, this.#inLines - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** How well a word with one letter missing, added, replaced or swapped matches a term or its beginning. */
export function typoQuality(word: string, term: string): number {
  let same = 0
  while (same < word.length && word.charCodeAt(same) === term.charCodeAt(same)) same++
  if (same === word.length) return term.length === word.length + 1 ? quality.typo : 0
  const ends = [
    // A letter too many, one too few, another one, and two that are swapped: where the rest has to end.
    endOf(term, same, word.slice(same + 1)),
    endOf(term, same + 1, word.slice(same)),
    endOf(term, same + 1, word.slice(same + 1)),
    word.charCodeAt(same) === term.charCodeAt(same + 1) && word.charCodeAt(same + 1) === term.charCodeAt(same)
      ? endOf(term, same + 2, word.slice(same + 2))
      : -1,
  ]
  if (ends.includes(term.length)) return quality.typo
  return word.length >= MIN_PREFIX_TYPO && ends.some((end) => end !== -1) ? quality.prefixTypo : 0
}

/** Where the rest ends in the term if it is there at that place; otherwise -1. */
function endOf(term: string, at: number, rest: string): number {
  return at <= term.length && term.startsWith(rest, at) ? at + rest.length : -1
}
