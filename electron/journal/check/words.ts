import { foldText } from '../../shared/fold-text.ts'

/** A word of a text, with its place. */
export interface Word {
  /** As it is written, without a possessive ending. */
  readonly text: string
  readonly from: number
  readonly to: number
  /** Without case, accents and apostrophes. */
  readonly plain: string
  /** What is between it and the word before. */
  readonly gap: string
  /** The number of its sentence in the text. */
  readonly sentence: number
  /** Whether it begins a sentence. */
  readonly isFirst: boolean
  /** Whether its capital letter may be due to its place: first in a sentence, in a quotation or after a colon. */
  readonly isOpening: boolean
  readonly isCapital: boolean
  readonly isPossessive: boolean
  readonly hasDigit: boolean
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const possessive = /['’]s$/i
const capital = /^\p{Lu}/u
const digit = /\d/

/** Where a sentence, a paragraph, a heading, an item of a list or a line of a table ends. */
const sentenceEnd = /[.!?…][\p{Pf}\p{Pe}"'*_]*(?:\s|$)|\n\s*\n|\n[ \t]*(?:[#>*+|-]|\d+[.)]\s)/u

const opening = /[\p{Pi}\p{Ps}"„:]\s*$/u

/** Words before a full stop that does not end a sentence. */
const abbreviations = new Set(
  'dr mr mrs ms prof st vs eg ie etc ca bzw no nr inc ltd jr sr mme mlle dott ing'.split(' '),
)

/** Everything in Markdown that is not prose, replaced with blanks, so that the places of the words stay the same. */
const notProse: readonly RegExp[] = [
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[^\n]*$|$(?![\s\S]))/gm,
  /(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g,
  /!\[(?=[^\]]*\]\()/g,
  /\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g,
  /<[a-z/!][^<>\n]*>/gi,
  /(?:https?:\/\/|www\.)[^\s<>)\]]+/gi,
  /[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+/gu,
  /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_-]+/gu,
  /^ {0,3}\[[^\]\n]+\]:[^\n]*$/gm,
]

/** A longer text is not written by hand, and its marks are read as words. */
const LONGEST_MARKUP = 400_000

const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ')

/** A Markdown text in which only prose is left, with every character at its place. */
export function proseOf(markdown: string): string {
  if (markdown.length > LONGEST_MARKUP) return markdown
  const patterns = /[@`<\]]|:\/\/|www|~~~|#\S/i.test(markdown) ? notProse : []
  return patterns
    .reduce((text, pattern) => text.replace(pattern, blank), markdown)
    .replaceAll(/[*_](?=\S)|(?<=\S)[*_]/g, ' ')
}

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  let sentence = 0
  for (const { 0: found, index } of text.matchAll(wordPattern)) {
    const gap = text.slice(end, index)
    const last = words.at(-1)
    const isFirst = last === undefined || (sentenceEnd.test(gap) && !(gap === '. ' && isAbbreviation(last)))
    if (isFirst && last !== undefined) sentence++
    const bare = found.replace(possessive, '')
    words.push({
      text: bare,
      from: index,
      to: index + bare.length,
      plain: plainWord(bare),
      gap,
      sentence,
      isFirst,
      isOpening: isFirst || opening.test(gap),
      isCapital: capital.test(bare),
      isPossessive: bare.length < found.length,
      hasDigit: digit.test(bare),
    })
    end = index + found.length
  }
  return words
}

const isAbbreviation = ({ plain, isCapital }: Word) => (plain.length === 1 && isCapital) || abbreviations.has(plain)

const folded = new Map<string, string>()

/** A word without case, accents and apostrophes. */
export function plainWord(word: string): string {
  // Most words need nothing else, and are not worth remembering.
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase()
  const known = folded.get(word)
  if (known !== undefined) return known
  const plain = foldText(word).replaceAll(/['’]/g, '')
  if (folded.size > 50_000) folded.clear()
  folded.set(word, plain)
  return plain
}

/** Whether a word follows the one before as the parts of a name do. */
export function isJoined(before: Word | undefined, word: Word): boolean {
  return before !== undefined && !before.isPossessive && /^(?:\.? |[-‑\u00A0\n]|\.)$/.test(word.gap)
}

const keys = new Map<string, string>()

/** The words of a short text as a key: without case, accents and punctuation. */
export function wordKey(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ')
  if (keys.size > 20_000) keys.clear()
  keys.set(text, key)
  return key
}
