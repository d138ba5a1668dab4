import type { Mark } from './find-marks.ts'
import { plainText, type ShownText, wholeText } from './plain-text.ts'

/** A sentence as it is shown: without markup, cut if it is long. */
export interface Sentence {
  text: string
  /** The words that were found, in this text. */
  marks: [number, number][]
  /** The first of them in the whole source, or `null`. */
  at: [number, number] | null
}

/** Maximum length of a sentence, in UTF-16 units. */
const MAX_LENGTH = 180
/** How much of a longer one is shown before the word. */
const BEFORE = 60
/** How far the beginning and the end of a sentence are looked for. */
const REACH = 600
/** Within this distance, a sentence counts as having all of the words that are in it. */
const NEAR = 160

/**
 * The sentence of a text with most of the words that were found; without any, its first sentence.
 *
 * @param isMarkdown whether it can contain markup, which is removed
 */
export function sentenceAround(source: string, marks: readonly Mark[], isMarkdown: boolean): Sentence {
  const best = bestMark(marks)
  const { from, to } = boundsOf(source, best?.from ?? Math.max(0, source.search(/[\p{L}\p{N}]/u)))
  const whole = wholeText(source, from, to)
  const plain = isMarkdown ? plainText(source, from, to) : whole
  // An address is only shown if the word was found in it.
  const shown = best !== undefined && plain.placeOf(best.from) === -1 ? whole : plain
  const inside = marks.filter((mark) => mark.from >= from && mark.to <= to).flatMap((mark) => placeIn(shown, mark))
  const focus = best === undefined ? 0 : Math.max(0, shown.placeOf(best.from))
  return { ...cut(shown.text, inside, focus), at: best === undefined ? null : [best.from, best.to] }
}

function placeIn(shown: ShownText, { from, to }: Mark): [number, number][] {
  const [start, end] = [shown.placeOf(from), shown.placeOf(to - 1)]
  return start === -1 || end === -1 ? [] : [[start, end + 1]]
}

/** The first mark of the place with the most different words of the query nearby, and the best matches of them. */
function bestMark(marks: readonly Mark[]): Mark | undefined {
  let [best, bestValue]: [Mark | undefined, number] = [undefined, 0]
  for (const [index, mark] of marks.entries()) {
    const near = new Map<number, number>()
    for (const other of marks.slice(index, index + 20)) {
      if (other.from - mark.from <= NEAR) near.set(other.need, Math.max(other.quality, near.get(other.need) ?? 0))
    }
    const value = [...near.values()].reduce((sum, quality) => sum + 10 + quality, 0)
    if (value > bestValue) [best, bestValue] = [mark, value]
  }
  return best
}

/** A paragraph ends at an empty line, and before a line with a mark of a list, a quote, a heading or a table. */
const paragraphEnd = /\n(?=[ \t]*(?:\n|[>#|]|```|[-*+][ \t]|\d{1,9}[.)][ \t]|!\[))|\n[ \t]*(?=\n)/
const sentenceEnd = /[.!?…]["'”’»)\]*_]*(?=\s)|[。！？]/
const [everyParagraphEnd, everySentenceEnd] = [new RegExp(paragraphEnd, 'g'), new RegExp(sentenceEnd, 'g')]

/** Where the sentence around a place begins and ends. */
function boundsOf(source: string, place: number): { from: number; to: number } {
  const begin = Math.max(0, place - REACH)
  const before = source.slice(begin, place)
  const from = Math.max(lastEnd(before, everyParagraphEnd), lastEnd(before, everySentenceEnd))
  const after = source.slice(place, place + REACH)
  const ends = [paragraphEnd.exec(after)?.index, endOf(sentenceEnd.exec(after))].filter((end) => end !== undefined)
  return { from: begin + from, to: place + Math.min(after.length, ...ends) }
}

const endOf = (match: RegExpExecArray | null) => (match === null ? undefined : match.index + match[0].length)

/** Where the last match ends, or 0. */
function lastEnd(text: string, pattern: RegExp): number {
  let last = 0
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length
  return last
}

/** Cuts a long sentence between words. */
function cut(text: string, marks: [number, number][], focus: number): Pick<Sentence, 'text' | 'marks'> {
  const lead = text.length - text.trimStart().length
  const whole = text.trimEnd()
  if (whole.length - lead <= MAX_LENGTH) return shift(whole.slice(lead), marks, lead, '')
  const start = focus - lead <= BEFORE ? lead : wordStart(whole, focus - BEFORE, focus)
  const end = whole.length - start <= MAX_LENGTH ? whole.length : wordEnd(whole, start + MAX_LENGTH, focus)
  const shown = whole.slice(start, end).trimEnd()
  return shift(end < whole.length ? `${shown}…` : shown, marks, start, start > lead ? '…' : '')
}

function shift(text: string, marks: [number, number][], by: number, before: string): Pick<Sentence, 'text' | 'marks'> {
  const moved = marks.map(([from, to]): [number, number] => [from - by + before.length, to - by + before.length])
  const all = before + text
  return { text: all, marks: moved.filter(([from, to]) => from >= before.length && to <= all.length) }
}

/** The beginning of a word after a place, but not after the limit. */
function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s\S/)
  return space === -1 ? evenly(text, from) : from + space + 1
}

/** The end of a word before a place, but not before the limit. */
function wordEnd(text: string, to: number, limit: number): number {
  const space = text.slice(limit, to).search(/\s\S*$/)
  return space <= 0 ? evenly(text, to) : limit + space
}

/** A place that is not in the middle of a character. */
const evenly = (text: string, place: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place - 1 : place)
