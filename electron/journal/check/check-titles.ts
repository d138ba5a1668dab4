import { isCommonWord } from '../importers/talks/common-words.ts'
import type { CheckedText } from './checked-texts.ts'
import { type Found, foundAt } from './found.ts'
import type { TitleIndex, TitleMatch } from './title-index.ts'
import type { Word } from './words.ts'

/** A title that a text mentions. */
export interface TitleMention {
  readonly match: TitleMatch
  /** In UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly sentence: number
}

export interface TitlesFound {
  readonly mentions: readonly TitleMention[]
  readonly found: readonly Found[]
}

interface Scene {
  index: TitleIndex
  /** Whether a word is one that the programme or the texts have, in lower case too. */
  isWord: (word: Word) => boolean
}

/** Finds the titles of talks in a text, and those that are not quite right. */
export function checkTitles(text: CheckedText, { index, isWord }: Scene): TitlesFound {
  const { words } = text
  const mentions: TitleMention[] = []
  const found: Found[] = []
  const covered = new Set<number>()
  const take = (match: TitleMatch) => {
    for (let at = match.from; at < match.to; at++) covered.add(at)
    const [first, last] = [words[match.from], words[match.to - 1]]
    if (first === undefined || last === undefined) return
    mentions.push({ match, from: first.from, to: last.to, sentence: first.sentence })
    if (match.misspelt.length + match.other > 0) found.push(toFound(text, match))
  }
  for (const { from, to } of delimited(text)) {
    const best = index.find(words, from, to).find((match) => isMeant(match, from, to, isWord, words))
    if (best !== undefined) take(best)
  }
  if (text.holds !== 'prose') return { mentions, found }
  for (const match of index.find(words, 0, words.length, true)) {
    if (hasAny(covered, match) || !isInProse(match, words, isWord)) continue
    take(match)
  }
  return { mentions, found }
}

/** Whether a quoted or separate text is meant as this title: most of it is, and most of the title is in it or begins it. */
function isMeant(
  match: TitleMatch,
  from: number,
  to: number,
  isWord: Scene['isWord'],
  words: readonly Word[],
): boolean {
  const written = to - from
  const { same, misspelt, other, known, telling } = match
  const left = written - (match.to - match.from)
  const isExact = misspelt.length + other === 0
  if (isExact) return left === 0 && (same >= 3 || same === known.words.length || telling >= 2)
  const size = match.titleTo - match.titleFrom
  const unknown = misspelt.filter((at) => words[at] !== undefined && !isWord(words[at]))
  if (left === 0 && size === known.words.length && other === 0 && unknown.length === misspelt.length) {
    return same >= misspelt.length
  }
  if (left > (written >= 5 ? 1 : 0) || telling === 0) return false
  if (unknown.length === misspelt.length && other === 0) return same >= misspelt.length
  return size >= 4 && same >= 3 && (misspelt.length + other) / size <= 0.34 && size >= known.words.length * 0.6
}

/** Whether words in the middle of a sentence are a title, so that a mistake in them is one in the title. */
function isInProse(match: TitleMatch, words: readonly Word[], isWord: Scene['isWord']): boolean {
  const { same, misspelt, other, known, telling } = match
  if (other > 0) return false
  if (misspelt.length === 0) {
    return telling >= 2 && same >= 3 && (same === known.words.length || same >= 4 || isMain(match))
  }
  if (same < 3 || telling < 2 || misspelt.length > 2) return false
  return misspelt.every((at) => {
    const word = words[at]
    return word !== undefined && !isWord(word) && !isCommonWord(word.text)
  })
}

/** Whether it is the whole title up to its colon. */
function isMain({ known, titleFrom, titleTo }: TitleMatch): boolean {
  return titleFrom === 0 && /[:–—?]/.test(known.words[titleTo]?.gap ?? '')
}

const hasAny = (covered: ReadonlySet<number>, { from, to }: TitleMatch) => {
  for (let at = from; at < to; at++) if (covered.has(at)) return true
  return false
}

function toFound(checked: CheckedText, match: TitleMatch): Found {
  const { words, field } = checked
  const from = words[match.from]?.from ?? 0
  const to = words[match.to - 1]?.to ?? from
  const { title, words: right } = match.known
  const isWhole = match.titleFrom === 0 && match.titleTo === right.length
  const begin = isWhole ? 0 : (right[match.titleFrom]?.from ?? 0)
  const end =
    isWhole && field.of === 'entry' && field.field !== 'text' ? title.length : (right[match.titleTo - 1]?.to ?? 0)
  const suggestion = title.slice(begin, end)
  return {
    code: 'title',
    ...foundAt(checked, from, to),
    suggestion,
    reason: { is: 'title' },
  }
}

/** Quotations, emphasised words, the texts of links, headings, and fields that hold a title: as ranges of words. */
function delimited({ source, words, holds }: CheckedText): { from: number; to: number }[] {
  if (holds === 'title') return [{ from: 0, to: words.length }]
  if (holds !== 'prose') return []
  const ranges: { from: number; to: number }[] = []
  for (const pattern of delimiters) {
    for (const { 0: whole, 1: inner = '', index } of source.matchAll(pattern)) {
      const start = index + whole.indexOf(inner)
      const from = words.findIndex((word) => word.from >= start)
      if (from === -1) continue
      let to = from
      while ((words[to]?.to ?? Infinity) <= start + inner.length) to++
      if (to > from) ranges.push({ from, to })
    }
  }
  return ranges
}

const delimiters: readonly RegExp[] = [
  /[“„«]([^“”„«»\n]{3,250})[”“»]/gu,
  /(?<![\p{L}\p{N}])"([^"\n]{3,250})"(?![\p{L}\p{N}])/gu,
  /‘((?:[^‘’\n]|’(?=\p{L})){3,250})’(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])'((?:[^'\n]|'(?=\p{L})){3,250})'(?![\p{L}\p{N}])/gu,
  /(?<![*\p{L}])\*{1,3}([^*\n]{3,250})\*{1,3}(?![*\p{L}])/gu,
  /(?<![_\p{L}])_{1,2}([^_\n]{3,250})_{1,2}(?![_\p{L}])/gu,
  /(?<!!)\[([^\][\n]{3,250})\]\(/gu,
  /^#{1,6}[ \t]+(?:\d+\.\s+)?([^\n]{3,250})$/gmu,
]
