import { searchedFields } from '../../shared/search.ts'

/** Numbers in as little memory as they fit in. */
export type Numbers = Uint16Array | Uint32Array

/** The index of one trip as it is stored. Its words are numbers, one after the other, as they stand in the trip. */
export interface StoredSegment {
  tripId: string
  /** The stamp of the file that it was made from. */
  stamp: string
  title: string
  firstDay: string
  /** The numbers in the dictionary of the words that the trip has, in ascending order. */
  terms: Uint32Array
  /**
   * The words of all documents in order, as places in `terms` plus {@link MARKERS}. A smaller number says in which field
   * the words after it are.
   */
  words: Numbers
  /** Where in `words` each text begins, which is where its field is. */
  partStarts: Uint32Array
  /** The document of each text. */
  partDocuments: Uint32Array
  /** The texts of all documents, in UTF-8. */
  texts: Uint8Array
  /** Where the texts of each document begin; one more than there are documents. */
  textStarts: Uint32Array
  /** The kind, the place and the marks of each document; see `packFlags`. */
  flags: Uint8Array
  /** The day of each entry as `YYYYMMDD`; 0 for other documents. */
  days: Uint32Array
  /** The ids of the entries and reports, 16 bytes each. */
  ids: Uint8Array
}

/** The same with what can be computed from it, to find words faster. */
export interface Segment extends StoredSegment {
  /** Where in `words` each term is: first all places of the first term, in ascending order, then those of the next one. */
  places: Numbers
  /** Where the places of each term begin; one more than there are terms. */
  placeStarts: Numbers
  /** The text in which the first word of each {@link BLOCK_BITS block} of words is, to begin looking there. */
  partHints: Numbers
}

/** A block of words has two to the power of this many. */
export const BLOCK_BITS = 5

/** In the words of a document, the numbers below this one are not words but fields. */
export const MARKERS = searchedFields.length + 1
/** The field of the names of people and tags, which only filters look at. */
export const NAMES = searchedFields.length

/** An array for numbers up to the largest. */
export function numbersUpTo(largest: number, length: number): Numbers {
  return largest < 0x1_0000 ? new Uint16Array(length) : new Uint32Array(length)
}

/** Computes what is not stored. */
export function completeSegment(stored: StoredSegment): Segment {
  const { words, terms, partStarts } = stored
  return { ...stored, ...placeWords(words, terms.length), partHints: hintParts(partStarts, words.length) }
}

/** Sorts the places of the words by term. */
function placeWords(words: Numbers, terms: number): Pick<Segment, 'places' | 'placeStarts'> {
  const placeStarts = numbersUpTo(words.length, terms + 1)
  for (let at = 0; at < words.length; at++) {
    const next = (words[at] ?? 0) - MARKERS + 1
    if (next > 0) placeStarts[next] = (placeStarts[next] ?? 0) + 1
  }
  for (let term = 0; term < terms; term++)
    placeStarts[term + 1] = (placeStarts[term + 1] ?? 0) + (placeStarts[term] ?? 0)
  const next = placeStarts.slice()
  const places = numbersUpTo(words.length, placeStarts[terms] ?? 0)
  for (let at = 0; at < words.length; at++) {
    const term = (words[at] ?? 0) - MARKERS
    if (term < 0) continue
    const place = next[term] ?? 0
    next[term] = place + 1
    places[place] = at
  }
  return { places, placeStarts }
}

function hintParts(partStarts: Uint32Array, words: number): Numbers {
  const hints = numbersUpTo(partStarts.length, (words >> BLOCK_BITS) + 1)
  let part = 0
  for (let block = 0; block < hints.length; block++) {
    while ((partStarts[part + 1] ?? Infinity) <= block << BLOCK_BITS) part++
    hints[block] = part
  }
  return hints
}

/** Whether no number in a segment leads to a place that does not exist. It may come from a file that anybody wrote. */
export function isSound(segment: StoredSegment, dictionarySize: number): boolean {
  const { terms, words, partStarts, partDocuments, textStarts, texts, flags } = segment
  return (
    isAscending(terms, dictionarySize - 1) &&
    isAscending(partStarts, words.length - 1) &&
    (words.length === 0 || partStarts[0] === 0) &&
    words.every((word) => word < MARKERS + terms.length) &&
    partStarts.every((start) => (words[start] ?? MARKERS) < MARKERS) &&
    partDocuments.every((index) => index < flags.length) &&
    textStarts[0] === 0 &&
    textStarts.every((start, index) => start >= (textStarts[index - 1] ?? 0)) &&
    textStarts.at(-1) === texts.length
  )
}

/** Whether each number is larger than the one before, and none is larger than the last possible one. */
function isAscending(numbers: Uint32Array, last: number): boolean {
  for (let at = 1; at < numbers.length; at++) if ((numbers[at] ?? 0) <= (numbers[at - 1] ?? 0)) return false
  return numbers.length === 0 || (numbers.at(-1) ?? 0) <= last
}
