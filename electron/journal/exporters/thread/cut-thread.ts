import type { Network } from '../../../shared/report/networks.ts'

/** A paragraph of a thread, before it is cut. */
export interface ThreadBlock {
  text: string
  isHeading: boolean
  /** What the pictures in it show. */
  pictures: readonly string[]
}

/** A message of a thread. */
export interface ThreadPart {
  /** With its number, such as `2/7`, if there are several. */
  text: string
  /** What the pictures show that belong to it. */
  pictures: string[]
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

const address = /https?:\/\/[^\s()]+/g
/** Scripts that are written without spaces. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** The number of characters that a text has for a network. */
export function lengthFor(text: string, { link }: Network): number {
  const counted = link === undefined ? text : text.replaceAll(address, '-'.repeat(link))
  if (/^[ -~\n]*$/.test(counted)) return counted.length
  let count = 0
  for (const _ of graphemes.segment(counted)) count++
  return count
}

/** The pieces between which a text may be cut: never inside a word or a link. Each keeps the spaces after it. */
function unitsOf(text: string): string[] {
  return Array.from(text.matchAll(/\S+\s*/g), ([token]) => token).flatMap((token) => {
    if (!/[^\0-\u0DFF]/.test(token) || /https?:\/\//.test(token)) return token
    const units: string[] = []
    for (const { segment, isWordLike } of words.segment(token)) {
      const begins = isWordLike === true && unspaced.test(segment)
      if (begins || units.length === 0) units.push(segment)
      else units[units.length - 1] += segment
    }
    return units
  })
}

/** Parts that are being filled, one after the other. */
class Filling {
  readonly parts: ThreadPart[] = []
  #text = ''
  #pictures: string[] = []
  #hasWords = false
  readonly #fits: (text: string) => boolean

  constructor(fits: (text: string) => boolean) {
    this.#fits = fits
  }

  add({ text, isHeading, pictures }: ThreadBlock): void {
    // What a heading announces is in the same part.
    if (isHeading && this.#hasWords) this.end()
    const gap = this.#text === '' ? '' : '\n\n'
    if (this.#fits(`${this.#text}${gap}${text}`)) this.#text += `${gap}${text}`
    else if (this.#fits(text) && this.#hasWords) {
      this.end()
      this.#text = text
    } else {
      this.#text += gap
      for (const { segment } of sentences.segment(text)) this.#addSentence(segment)
    }
    if (!isHeading && text !== '') this.#hasWords = true
    this.#pictures.push(...pictures)
  }

  #addSentence(sentence: string): void {
    if (this.#fits((this.#text + sentence).trimEnd())) this.#text += sentence
    else if (this.#fits(sentence.trimEnd()) && this.#hasWords) {
      this.end()
      this.#text = sentence
    } else {
      for (const unit of unitsOf(sentence)) {
        // A link that is longer than a part has one of its own.
        if (this.#text.trim() !== '' && !this.#fits((this.#text + unit).trimEnd())) this.end()
        this.#text += unit
      }
    }
    this.#hasWords = true
  }

  end(): void {
    const text = this.#text.trim()
    if (text !== '' || this.#pictures.length > 0) this.parts.push({ text, pictures: this.#pictures })
    this.#text = ''
    this.#pictures = []
    this.#hasWords = false
  }
}

/**
 * Cuts a text into the messages of a thread, between paragraphs if possible, or else between sentences, or else between
 * words. A word or a link is never cut: one that is longer than a message is a message of its own.
 */
export function cutThread(blocks: readonly ThreadBlock[], network: Network): ThreadPart[] {
  for (let digits = 0; ; digits++) {
    const number = digits === 0 ? 0 : 2 * digits + '\n\n/'.length
    const filling = new Filling((text) => lengthFor(text, network) <= network.max - number)
    for (const block of blocks) filling.add(block)
    filling.end()
    const { parts } = filling
    if (digits === 0 && parts.length > 1) continue
    if (digits > 0 && String(parts.length).length > digits) continue
    return parts.map(({ text, pictures }, index) => ({
      text: digits === 0 ? text : `${text}\n\n${index + 1}/${parts.length}`.trim(),
      pictures,
    }))
  }
}
