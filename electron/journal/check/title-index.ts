import { isCommonWord } from '../importers/talks/common-words.ts'
import { letterDistance } from '../../shared/letter-distance.ts'
import type { KnownTalk } from './known-talk.ts'
import { type Word, wordsOf } from './words.ts'

/** A title of the programme, or of a talk of the journal that is not in it. */
export interface KnownTitle {
  readonly title: string
  readonly words: readonly Word[]
  /** All talks with this title. */
  readonly talks: readonly KnownTalk[]
}

/** How some words of a text fit a title. */
export interface TitleMatch {
  readonly known: KnownTitle
  /** Indices of the words in the text: from the first to after the last. */
  readonly from: number
  readonly to: number
  /** The same in the title. */
  readonly titleFrom: number
  readonly titleTo: number
  /** The number of words that are the same. */
  readonly same: number
  /** The number of those that other titles rarely have. */
  readonly telling: number
  /** Words of the text that are a few letters off. */
  readonly misspelt: readonly number[]
  /** The number of words that are other ones, missing or too many. */
  readonly other: number
}

/** Maximum number of titles that a word may lead to: one that is in more tells nothing. */
const MAX_POSTINGS = 40
/** Words by which a title is found. */
const KEYS = 4
/** Words that may be left out or written with a sign. */
const optional = new Set('and und et y e en a an the der die das le la les'.split(' '))

/** Finds titles in texts, even if they are not quite right. */
export class TitleIndex {
  readonly titles: readonly KnownTitle[]
  readonly #postings = new Map<string, Posting[]>()

  constructor(talks: readonly KnownTalk[]) {
    const byTitle = new Map<string, { title: string; words: Word[]; talks: KnownTalk[] }>()
    for (const talk of talks) {
      const title = talk.title.trim()
      const key = title.toLowerCase()
      const known = byTitle.get(key) ?? { title, words: wordsOf(title), talks: [] }
      known.talks.push(talk)
      byTitle.set(key, known)
    }
    this.titles = [...byTitle.values()].filter(({ words }) => words.length > 0)
    const frequency = new Map<string, number>()
    for (const { words } of this.titles) {
      for (const plain of new Set(words.map((word) => word.plain)))
        frequency.set(plain, (frequency.get(plain) ?? 0) + 1)
    }
    const rarity = (word: Word) => (frequency.get(word.plain) ?? 0) + (isCommonWord(word.text) ? 1000 : 0)
    for (const known of this.titles) {
      const keys = [...known.words.entries()].toSorted(([, a], [, b]) => rarity(a) - rarity(b)).slice(0, KEYS)
      for (const [at, { plain, text }] of keys) {
        const posting = { known, at, isTelling: !isCommonWord(text) }
        const list = this.#postings.get(plain)
        if (list === undefined) this.#postings.set(plain, [posting])
        else list.push(posting)
      }
    }
  }

  /**
   * Matches with the titles that share a word with a part of a text, the best first.
   *
   * @param isTelling whether the word has to be one that other titles rarely have
   */
  find(words: readonly Word[], from: number, to: number, isTelling = false): TitleMatch[] {
    const found: TitleMatch[] = []
    const tried = new Map<KnownTitle, Set<number>>()
    for (let index = from; index < to; index++) {
      const postings = this.#postings.get(words[index]?.plain ?? '') ?? []
      if (postings.length > MAX_POSTINGS) continue
      for (const { known, at, ...posting } of postings) {
        if (isTelling && !posting.isTelling) continue
        const places = tried.get(known) ?? new Set()
        if (places.has(index - at)) continue
        tried.set(known, places.add(index - at))
        const match = grow(known, at, words, index, from, to)
        if (match !== null) found.push(match)
      }
    }
    return found.toSorted((a, b) => b.same - a.same || a.other - b.other || a.misspelt.length - b.misspelt.length)
  }
}

interface Posting {
  readonly known: KnownTitle
  readonly at: number
  readonly isTelling: boolean
}

type Step = { same: number; misspelt: number[]; other: number; text: number; title: number; telling: number }

/** Extends a match from a word that both have, in both directions. */
function grow(
  known: KnownTitle,
  at: number,
  words: readonly Word[],
  index: number,
  from: number,
  to: number,
): TitleMatch | null {
  const ahead = walk(known.words, at, words, index, 1, from, to)
  const back = walk(known.words, at - 1, words, index - 1, -1, from, to)
  const match: TitleMatch = {
    known,
    from: back.text + 1,
    to: ahead.text,
    titleFrom: back.title + 1,
    titleTo: ahead.title,
    same: ahead.same + back.same,
    telling: ahead.telling + back.telling,
    misspelt: [...back.misspelt, ...ahead.misspelt],
    other: ahead.other + back.other,
  }
  return match.same === 0 ? null : match
}

/** Goes through title and text together, and stops where they part. */
function walk(
  title: readonly Word[],
  titleAt: number,
  words: readonly Word[],
  textAt: number,
  step: 1 | -1,
  from: number,
  to: number,
): Step {
  let [text, place, same, telling, other] = [textAt, titleAt, 0, 0, 0]
  const misspelt: number[] = []
  let reached: Step = { same, misspelt: [], other, text, title: place, telling }
  const inTitle = (at: number) => title[at]?.plain ?? null
  const inText = (at: number) => (at < from || at >= to ? null : (words[at]?.plain ?? null))
  for (;;) {
    const [wanted, written] = [inTitle(place), inText(text)]
    if (wanted === null || written === null) break
    if (wanted === written || isNear(written, wanted)) {
      if (wanted === written) {
        same++
        if (!isCommonWord(title[place]?.text ?? '')) telling++
      } else misspelt.push(text)
      text += step
      place += step
      reached = { same, misspelt: [...misspelt], other, text, title: place, telling }
      continue
    }
    const [nextTitle, nextText] = [inTitle(place + step), inText(text + step)]
    if (optional.has(wanted) && nextTitle === written) place += step
    else if (optional.has(written) && nextText === wanted) text += step
    else if (other > 1) break
    else if (nextTitle !== null && nextTitle === nextText) {
      other++
      text += step
      place += step
    } else if (nextTitle === written) {
      other++
      place += step
    } else if (nextText === wanted) {
      other++
      text += step
    } else break
  }
  return reached
}

/** Whether a word is one or two letters off. */
function isNear(written: string, wanted: string): boolean {
  const limit = wanted.length < 4 ? 0 : wanted.length < 6 ? 1 : 2
  if (limit === 0 || Math.abs(written.length - wanted.length) > limit || /\d/.test(wanted + written)) return false
  return letterDistance(written, wanted, limit) <= limit
}
