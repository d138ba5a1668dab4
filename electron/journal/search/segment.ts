import { searchedFields, type SearchedField } from '../../shared/search.ts'
import type { EntryKind, Trip } from '../../shared/trip.ts'
import { entryKinds } from '../../shared/trip.ts'
import { type Dictionary, type KeptKind, keptKinds } from './dictionary.ts'
import { type Document, documentsOf } from './documents.ts'
import { completeSegment, MARKERS, NAMES, numbersUpTo, type Segment } from './segment-arrays.ts'
import { readWords } from './tokens.ts'
import { WordNumbers } from './word-numbers.ts'

const fieldNumbers = new Map(searchedFields.map((field, index) => [field, index]))

/** Between the parts of a document in `texts`. */
const SEPARATOR = '\0'
/** The character that stands for the first field. */
const FIRST_FIELD = 65
/** How much of a part is searched, in UTF-16 units: two long novels. */
const MAX_PART = 2_000_000
/** How many words of a trip are searched. */
const MAX_WORDS = 8_000_000
/** How many different words a trip can add to the dictionary. */
const MAX_TERMS = 300_000

/** Maximum number of bytes that are kept to encode the next trip in. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Indexes a trip. */
export function buildSegment(trip: Trip, stamp: string, dictionary: Dictionary, numbers?: WordNumbers): Segment {
  const documents = documentsOf(trip)
  const collected = new WordList(numbers ?? new WordNumbers(dictionary))
  const partStarts: number[] = []
  const partDocuments: number[] = []
  const textStarts = new Uint32Array(documents.length + 1)
  const texts = new TextBytes()
  for (const [index, document] of documents.entries()) {
    texts.add(packParts(document))
    textStarts[index + 1] = texts.length
    const begin = (field: number) => {
      partStarts.push(collected.length)
      partDocuments.push(index)
      collected.begin(field)
    }
    for (const part of document.parts) {
      begin(fieldNumbers.get(part.field) ?? 0)
      collected.addText(readable(part.text))
    }
    if (keptKinds.some((kind) => document.names[kind].length > 0)) begin(NAMES)
    for (const kind of keptKinds) for (const name of document.names[kind]) collected.addName(kind, name)
  }
  const { terms, words } = collected.compile()
  return completeSegment({
    tripId: trip.id,
    stamp,
    title: trip.title,
    firstDay: trip.firstDay,
    terms,
    words,
    partStarts: Uint32Array.from(partStarts),
    partDocuments: Uint32Array.from(partDocuments),
    texts: texts.compile(),
    textStarts,
    flags: Uint8Array.from(documents, packFlags),
    days: packDays(documents),
    ids: packIds(documents),
  })
}

/** What is encoded in this memory is copied once it is complete: an array for each text would take longer to collect again. */
let bytes = new Uint8Array(1 << 20)

/** Collects texts in UTF-8. There is one at a time. */
class TextBytes {
  length = 0

  add(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    const needed = this.length + text.length * 3
    if (needed > bytes.length) {
      const room = new Uint8Array(needed * 2)
      room.set(bytes.subarray(0, this.length))
      bytes = room
    }
    this.length += encoder.encodeInto(text, bytes.subarray(this.length)).written
  }

  compile(): Uint8Array {
    const texts = bytes.slice(0, this.length)
    if (bytes.length > MAX_KEPT_BYTES) bytes = new Uint8Array(1 << 20)
    return texts
  }
}

/** The place of each word of the dictionary in the terms of a {@link WordList} that has it. */
let places = new Uint32Array(0)
/** A bit for each word of the dictionary, set while the terms of a list are looked for: a sort would take longer. */
let marks = new Uint32Array(0)
/** The words of a list, until it is complete. */
let list = new Uint32Array(1 << 14)

/** As many words are kept in memory for the next list. */
const MAX_KEPT_WORDS = 1 << 20

/** Collects the words of a trip, as their numbers in the dictionary. There is one at a time. */
class WordList {
  readonly #numbers: WordNumbers
  readonly #most: number
  length = 0

  constructor(numbers: WordNumbers) {
    this.#numbers = numbers
    this.#most = numbers.dictionary.size + MAX_TERMS
  }

  /** Begins a text. */
  begin(field: number): void {
    makeRoomInList(this.length + 1)
    list[this.length++] = field
  }

  addText(text: string): void {
    const words = readWords(text)
    const count = Math.min(words.count, Math.max(0, MAX_WORDS - this.length))
    makeRoomInList(this.length + count)
    let at = this.length
    // A word that is left out still keeps its neighbours apart.
    for (let word = 0; word < count; word++) list[at++] = wordOf(this.#numbers.find(words, word, this.#most))
    this.length = at
  }

  addName(kind: KeptKind, name: string): void {
    if (this.length >= MAX_WORDS) return
    makeRoomInList(this.length + 1)
    list[this.length++] = wordOf(this.#numbers.findName(kind, name, this.#most))
  }

  compile(): Pick<Segment, 'terms' | 'words'> {
    const found = this.#findTerms()
    for (let place = 0; place < found.length; place++) places[found[place] ?? 0] = place + MARKERS
    const words = numbersUpTo(found.length + MARKERS, this.length)
    for (let at = 0; at < this.length; at++) {
      const word = list[at] ?? 0
      words[at] = word < MARKERS ? word : (places[word - MARKERS] ?? 0)
    }
    if (list.length > MAX_KEPT_WORDS) list = new Uint32Array(1 << 14)
    return { terms: found, words }
  }

  /** Each word once, in ascending order. */
  #findTerms(): Uint32Array {
    const { size } = this.#numbers.dictionary
    if (size > places.length) {
      places = larger(places, size * 2)
      marks = new Uint32Array((size * 2 + 31) >>> 5)
    }
    let count = 0
    for (let at = 0; at < this.length; at++) {
      const id = (list[at] ?? 0) - MARKERS
      if (id < 0) continue
      const [group, bit] = [id >>> 5, 1 << (id & 31)]
      const met = marks[group] ?? 0
      if ((met & bit) !== 0) continue
      marks[group] = met | bit
      count++
    }
    const found = new Uint32Array(count)
    for (let group = 0, next = 0; next < count; group++) {
      for (let rest = marks[group] ?? 0; rest !== 0; rest &= rest - 1) {
        found[next++] = group * 32 + 31 - Math.clz32(rest & -rest)
      }
      marks[group] = 0
    }
    return found
  }
}

const wordOf = (number: number) => (number === -1 ? 0 : number + MARKERS)

function makeRoomInList(length: number): void {
  if (length > list.length) list = larger(list, length * 2)
}

/** An array of a length that begins with other numbers. */
function larger(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(length)
  grown.set(numbers)
  return grown
}

/** The text of a part that is searched: without the ids of pictures, but as long as before. */
export function readable(text: string): string {
  const searched = text.length > MAX_PART ? text.slice(0, MAX_PART) : text
  return searched.includes('](photo:')
    ? searched.replaceAll(/\]\(photo:[0-9a-f-]{36}/g, (found) => ' '.repeat(found.length))
    : searched
}

export interface StoredPart {
  field: SearchedField
  text: string
}

/** The characters that stand for the fields. */
const fieldMarks = new Map(searchedFields.map((field, index) => [field, String.fromCharCode(FIRST_FIELD + index)]))

function packParts({ parts }: Document): string {
  let packed = ''
  for (const { field, text } of parts) {
    const kept = text.length > MAX_PART ? text.slice(0, MAX_PART) : text
    packed += `${packed === '' ? '' : SEPARATOR}${fieldMarks.get(field) ?? ''}`
    packed += kept.includes(SEPARATOR) ? kept.replaceAll(SEPARATOR, ' ') : kept
  }
  return packed
}

/** The texts of a document. */
export function partsOf(segment: Segment, index: number): StoredPart[] {
  const text = decoder.decode(segment.texts.subarray(segment.textStarts[index], segment.textStarts[index + 1]))
  return text.split(SEPARATOR).flatMap((part) => {
    const field = searchedFields[part.charCodeAt(0) - FIRST_FIELD]
    return field === undefined ? [] : [{ field, text: part.slice(1) }]
  })
}

const KIND = 0b11
const STARRED = 0b100
const PRIVATE = 0b1000
const REPORT = 0b1_0000
const TRIP = 0b10_0000

function packFlags({ place, entry }: Document): number {
  if (entry === null) return place === 'report' ? REPORT : TRIP
  return entryKinds.indexOf(entry.kind) | (entry.starred ? STARRED : 0) | (entry.private ? PRIVATE : 0)
}

export const isStarred = (flags: number): boolean => (flags & STARRED) !== 0
export const isPrivate = (flags: number): boolean => (flags & PRIVATE) !== 0

export function placeIn(flags: number): Document['place'] {
  if ((flags & REPORT) !== 0) return 'report'
  return (flags & TRIP) === 0 ? 'entry' : 'trip'
}

/** `null` unless it is an entry. */
export function kindIn(flags: number): EntryKind | null {
  return placeIn(flags) === 'entry' ? (entryKinds[flags & KIND] ?? null) : null
}

/** A date as a number: 20260414. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

function packDays(documents: readonly Document[]): Uint32Array {
  const days = new Uint32Array(documents.length)
  // Neighbours are usually of the same day.
  let [last, number] = ['', 0]
  for (const [index, { entry }] of documents.entries()) {
    if (entry === null) continue
    if (entry.day !== last) [last, number] = [entry.day, dayNumber(entry.day)]
    days[index] = number
  }
  return days
}

/** The date of an entry. */
export function dayIn(number: number): string {
  const digits = String(number).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** The ids of documents, 16 bytes each; only zeros for one without an id. */
function packIds(documents: readonly Document[]): Uint8Array {
  const ids = new Uint8Array(documents.length * 16)
  for (const [index, { entry, reportId }] of documents.entries()) {
    const id = entry?.id ?? reportId ?? ''
    let digit = index * 32
    for (let at = 0; at < id.length; at++) {
      const code = id.charCodeAt(at)
      if (code === HYPHEN) continue
      // The first digit of a byte counts sixteenfold.
      const byte = digit++ >> 1
      ids[byte] = (ids[byte] ?? 0) * 16 + (code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10)
    }
  }
  return ids
}

const HYPHEN = 45
const DIGIT_0 = 48
const LETTER_A = 97

/** The id of the entry or report that a document is. */
export function idIn({ ids }: Segment, index: number): string {
  const digits = Buffer.from(ids.subarray(index * 16, index * 16 + 16)).toString('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
