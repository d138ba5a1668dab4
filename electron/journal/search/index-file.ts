import { crc32 } from 'node:zlib'
import { join } from 'node:path'
import { z } from 'zod'
import { idSchema } from '../../shared/trip.ts'
import { daySchema } from '../../shared/time.ts'
import { type FileSystem, readWhole } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { CACHE_FOLDER } from '../trip-folder/library-folders.ts'
import { Dictionary } from './dictionary.ts'
import { completeSegment, isSound, type Segment, type StoredSegment } from './segment-arrays.ts'

/*
 * The index on the disk, so that the next start need not read every trip: a head in JSON with a checksum of all that
 * follows, the words of the dictionary, and the arrays of each trip. Whatever is not exactly as expected is thrown
 * away, and the index is made again.
 */

const MAGIC = 'Lanyard search 4\n'
/** The magic word, the checksum, and the length of the head. */
const PREFIX = MAGIC.length + 4 + 4
const MAX_BYTES = 1024 * 1024 * 1024
const MAX_HEAD = 16 * 1024 * 1024

const bytesPer = z.union([z.literal(2), z.literal(4)])
const count = z.int().nonnegative()

const headSchema = z.strictObject({
  /** The length of the dictionary, in bytes. */
  dictionary: count,
  trips: z.array(
    z.strictObject({
      tripId: idSchema,
      stamp: z.string().max(100),
      title: z.string(),
      firstDay: daySchema,
      documents: count,
      parts: count,
      terms: count,
      words: z.tuple([bytesPer, count]),
      texts: count,
    }),
  ),
})

type Head = z.infer<typeof headSchema>
type HeadTrip = Head['trips'][number]

/** The bytes of an index. Words that no trip has any more are left out. */
export function encodeIndex(segments: readonly Segment[], dictionary: Dictionary): Uint8Array[] {
  const numbers = new Int32Array(dictionary.size).fill(-1)
  for (const { terms } of segments) for (const id of terms) numbers[id] = 0
  const kept: string[] = []
  for (const [id, term] of dictionary.terms.entries()) if (numbers[id] === 0) numbers[id] = kept.push(term) - 1
  const words = Buffer.from(kept.join('\n'))
  const head: Head = { dictionary: words.byteLength, trips: segments.map(describe) }
  const headBytes = Buffer.from(JSON.stringify(head))
  const body: Uint8Array[] = [headBytes, pad(PREFIX + headBytes.byteLength), words, pad(words.byteLength)]
  for (const segment of segments) {
    // The order of the words stays the same, so they are still ascending.
    const terms = segment.terms.map((id) => numbers[id] ?? 0)
    for (const array of arraysOf({ ...segment, terms })) {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      body.push(bytes, pad(bytes.byteLength))
    }
  }
  const prefix = Buffer.alloc(PREFIX)
  prefix.write(MAGIC, 'latin1')
  prefix.writeUInt32LE(
    body.reduce((sum, bytes) => crc32(bytes, sum), 0),
    MAGIC.length,
  )
  prefix.writeUInt32LE(headBytes.byteLength, MAGIC.length + 4)
  return [prefix, ...body]
}

const describe = (segment: Segment): HeadTrip => ({
  tripId: segment.tripId,
  stamp: segment.stamp,
  title: segment.title,
  firstDay: segment.firstDay,
  documents: segment.flags.length,
  parts: segment.partStarts.length,
  terms: segment.terms.length,
  words: [segment.words.BYTES_PER_ELEMENT === 2 ? 2 : 4, segment.words.length],
  texts: segment.texts.length,
})

/** In the order in which they are stored. */
const arraysOf = (segment: StoredSegment) => [
  segment.terms,
  segment.partStarts,
  segment.partDocuments,
  segment.textStarts,
  segment.days,
  segment.words,
  segment.flags,
  segment.ids,
  segment.texts,
]

const padding = (length: number) => (4 - (length % 4)) % 4
const pad = (length: number) => new Uint8Array(padding(length))

/** Reads the bytes of an index; returns `null` if anything in them is not as expected. */
export function decodeIndex(bytes: Uint8Array): { segments: Segment[]; dictionary: Dictionary } | null {
  try {
    return readIndex(bytes)
  } catch {
    return null
  }
}

/** @throws an error if anything is not as expected */
function readIndex(bytes: Uint8Array): { segments: Segment[]; dictionary: Dictionary } | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The arrays are used where they are, which needs even addresses.
  if (bytes.byteOffset % 4 !== 0 || view.toString('latin1', 0, MAGIC.length) !== MAGIC) return null
  const headLength = view.readUInt32LE(MAGIC.length + 4)
  if (headLength > MAX_HEAD || crc32(view.subarray(PREFIX)) !== view.readUInt32LE(MAGIC.length)) return null
  const head = headSchema.parse(JSON.parse(view.toString('utf8', PREFIX, PREFIX + headLength)))
  const reader = new Reader(bytes, PREFIX + headLength)
  const dictionary = new Dictionary()
  const words = Buffer.from(reader.bytes(head.dictionary)).toString('utf8')
  const terms = words === '' ? [] : words.split('\n')
  for (const [id, term] of terms.entries()) if (dictionary.add(term) !== id) return null
  const segments = head.trips.map((trip) => readSegment(trip, reader))
  if (!reader.isAtEnd() || !segments.every((segment) => isSound(segment, dictionary.size))) return null
  return { segments: segments.map(completeSegment), dictionary }
}

function readSegment(trip: HeadTrip, reader: Reader): StoredSegment {
  const { documents, parts, terms, texts } = trip
  const [width, words] = trip.words
  return {
    tripId: trip.tripId,
    stamp: trip.stamp,
    title: trip.title,
    firstDay: trip.firstDay,
    terms: reader.numbers(terms),
    partStarts: reader.numbers(parts),
    partDocuments: reader.numbers(parts),
    textStarts: reader.numbers(documents + 1),
    days: reader.numbers(documents),
    words: width === 2 ? reader.shortNumbers(words) : reader.numbers(words),
    flags: reader.bytes(documents),
    ids: reader.bytes(documents * 16),
    texts: reader.bytes(texts),
  }
}

/** Takes arrays from bytes, one after the other. Each begins at a multiple of four. */
class Reader {
  readonly #bytes: Uint8Array
  #at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at + padding(at)
  }

  numbers = (length: number): Uint32Array => new Uint32Array(this.#bytes.buffer, this.#take(length * 4), length)
  shortNumbers = (length: number): Uint16Array => new Uint16Array(this.#bytes.buffer, this.#take(length * 2), length)
  bytes = (length: number): Uint8Array => new Uint8Array(this.#bytes.buffer, this.#take(length), length)
  isAtEnd = (): boolean => this.#at === this.#bytes.byteLength

  /** @returns the place in the buffer */
  #take(length: number): number {
    const from = this.#at
    this.#at += length + padding(length)
    if (this.#at > this.#bytes.byteLength) throw new Error('The index is too short')
    return this.#bytes.byteOffset + from
  }
}

const pathIn = (library: string) => join(library, CACHE_FOLDER, 'search')

/** Reads the index of a library; `null` if it has no index that can be used. */
export async function readIndexFile(library: string, fileSystem: FileSystem): Promise<ReturnType<typeof decodeIndex>> {
  const bytes = await readWhole(pathIn(library), fileSystem, MAX_BYTES).catch(() => null)
  return bytes === null ? null : decodeIndex(bytes)
}

/** Stores an index for the next start. A failure does no harm: a library may be read-only. */
export async function keepIndexFile(
  library: string,
  segments: readonly Segment[],
  dictionary: Dictionary,
  fileSystem: FileSystem,
): Promise<void> {
  try {
    // The library itself is not created: one that was unplugged must not come back as an empty folder.
    await makeInnerFolder(library, CACHE_FOLDER, fileSystem)
    await replaceDurably(pathIn(library), () => encodeIndex(segments, dictionary), fileSystem)
  } catch {
    // See above.
  }
}
