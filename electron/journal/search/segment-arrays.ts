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
  /** The texts that have each term: first those of the first term, in ascending order, then those of the next one. */
  termParts: Numbers
  /** Where the texts of each term begin; one more than there are terms. */
  termStarts: Numbers
  /** The field of each text. */
  partFields: Uint8Array
}

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
  const { words, partStarts } = stored
  const partFields = new Uint8Array(partStarts.length)
  for (let part = 0; part < partFields.length; part++) partFields[part] = words[partStarts[part] ?? 0] ?? 0
  return { ...stored, ...sortParts(stored), partFields }
}

/** Sorts the texts by the terms that they have. */
function sortParts({ words, terms, partStarts }: StoredSegment): Pick<Segment, 'termParts' | 'termStarts'> {
  const counts = new Uint32Array(terms.length)
  /** The last text, plus one, in which each term was met. */
  const met = new Uint32Array(terms.length)
  let [part, length] = [0, 0]
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0
    // A word that is left out looks like the beginning of a text.
    if (word < MARKERS) part += partStarts[part] === at ? 1 : 0
    else if (met[word - MARKERS] !== part) {
      met[word - MARKERS] = part
      counts[word - MARKERS] = (counts[word - MARKERS] ?? 0) + 1
      length++
    }
  }
  const termStarts = numbersUpTo(length, terms.length + 1)
  for (let term = 0; term < terms.length; term++) termStarts[term + 1] = (termStarts[term] ?? 0) + (counts[term] ?? 0)
  const termParts = numbersUpTo(partStarts.length, length)
  const next = termStarts.slice()
  met.fill(0)
  part = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0
    if (word < MARKERS) part += partStarts[part] === at ? 1 : 0
    else if (met[word - MARKERS] !== part) {
      met[word - MARKERS] = part
      const place = next[word - MARKERS] ?? 0
      next[word - MARKERS] = place + 1
      termParts[place] = part - 1
    }
  }
  return { termParts, termStarts }
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
