import { searchedFields, type SearchedField } from '../../shared/search.ts'
import type { EntryKind, Trip } from '../../shared/trip.ts'
import { entryKinds } from '../../shared/trip.ts'
import { Dictionary } from './dictionary.ts'
import { type Document, documentsOf } from './documents.ts'
import { eachWord } from './tokens.ts'

/** The index of one trip. Its words are numbers, one after the other, as they stand in the trip. */
export interface Segment {
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
  words: Uint16Array | Uint32Array
  /** Where the words of each document begin; one more than there are documents. */
  wordStarts: Uint32Array
  /** The texts of all documents, in UTF-8. */
  texts: Uint8Array
  textStarts: Uint32Array
  /** The kind, the place and the marks of each document; see {@link packFlags}. */
  flags: Uint8Array
  /** The day of each entry as `YYYYMMDD`; 0 for other documents. */
  days: Uint32Array
  /** The ids of the entries, 16 bytes each. */
  ids: Uint8Array
}

/** In the words of a document, the numbers below this one are not words but fields. */
export const MARKERS = searchedFields.length + 1
/** The field of the names of people and tags, which only filters look at. */
export const NAMES = searchedFields.length

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

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Indexes a trip. */
export function buildSegment(trip: Trip, stamp: string, dictionary: Dictionary): Segment {
  const documents = documentsOf(trip)
  const collected: number[] = []
  const wordStarts = new Uint32Array(documents.length + 1)
  const textStarts = new Uint32Array(documents.length + 1)
  const texts: Uint8Array[] = []
  const used = new Set<number>()
  const most = dictionary.size + MAX_TERMS
  const add = (term: string) => {
    if (collected.length >= MAX_WORDS) return
    const id = dictionary.size < most ? dictionary.add(term) : (dictionary.find(term) ?? -1)
    // A word that is left out still keeps its neighbours apart.
    collected.push(id === -1 ? 0 : id + MARKERS)
    if (id !== -1) used.add(id)
  }
  for (const [index, document] of documents.entries()) {
    const text = encoder.encode(packParts(document))
    texts.push(text)
    textStarts[index + 1] = (textStarts[index] ?? 0) + text.byteLength
    for (const part of document.parts) {
      collected.push(fieldNumbers.get(part.field) ?? 0)
      eachWord(readable(part.text), add)
    }
    const { people, tags } = document
    if (people.length + tags.length > 0) collected.push(NAMES)
    for (const name of people) add(Dictionary.nameTerm('person', name))
    for (const name of tags) add(Dictionary.nameTerm('tag', name))
    wordStarts[index + 1] = collected.length
  }
  const terms = Uint32Array.from(used).toSorted()
  const places = new Map(Array.from(terms, (id, place) => [id, place]))
  const words =
    terms.length + MARKERS < 0x1_0000 ? new Uint16Array(collected.length) : new Uint32Array(collected.length)
  for (const [at, word] of collected.entries()) {
    words[at] = word < MARKERS ? word : (places.get(word - MARKERS) ?? 0) + MARKERS
  }
  return {
    tripId: trip.id,
    stamp,
    title: trip.title,
    firstDay: trip.firstDay,
    terms,
    words,
    wordStarts,
    texts: Buffer.concat(texts),
    textStarts,
    flags: Uint8Array.from(documents, packFlags),
    days: Uint32Array.from(documents, ({ entry }) => (entry === null ? 0 : dayNumber(entry.day))),
    ids: Buffer.from(documents.map(({ entry }) => idDigits(entry?.id ?? NO_ID)).join(''), 'hex'),
  }
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

function packParts({ parts }: Document): string {
  const packed = parts.map(({ field, text }) => {
    const kept = text.length > MAX_PART ? text.slice(0, MAX_PART) : text
    return (
      String.fromCharCode(FIRST_FIELD + (fieldNumbers.get(field) ?? 0)) +
      (kept.includes(SEPARATOR) ? kept.replaceAll(SEPARATOR, ' ') : kept)
    )
  })
  return packed.join(SEPARATOR)
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

/** The date of an entry. */
export function dayIn(number: number): string {
  const digits = String(number).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

const NO_ID = '00000000-0000-0000-0000-000000000000'
const idDigits = (id: string) => id.replaceAll('-', '')

/** The id of the entry that a document is. */
export function idIn({ ids }: Segment, index: number): string {
  const digits = Buffer.from(ids.subarray(index * 16, index * 16 + 16)).toString('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
