import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { message } from '../../shared/messages/message.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import { idSchema } from '../../shared/trip.ts'
import { checksumLine, isIntact } from '../trip-file/checksum-line.ts'
import { readJson } from '../trip-file/read-text.ts'
import { isSame } from '../trip-file/sides.ts'
import type { TripPart } from './trip-part.ts'

/** The content of a JSON file of a trip, without the fields that all of them have. */
export type JsonContent = object & { checksum?: never; schemaVersion?: never; tripId?: never }

export interface JsonFileOptions<T extends JsonContent> {
  /** The file's name in the trip's folder, with `.json`. */
  name: string
  /** The format version. A file of a later version is left alone. */
  version: number
  schema: z.ZodType<T>
  /**
   * Merges the states of two computers. Must not lose anything, and must return the same for both orders of its
   * arguments, so that the two computers agree.
   */
  merge: (one: T, other: T) => T
  /** Maximum size of the file, in bytes. */
  maxBytes: number
}

/** A JSON file beside `trip.json`: its row in the table of parts, and how to encode and decode it. */
export interface JsonFile<T extends JsonContent> extends TripPart {
  /** @param name what failures call the file */
  decode(bytes: Uint8Array, name?: string): Result<{ tripId: string; content: T }>
  encode(tripId: string, content: T): Uint8Array
}

const fileSchema = z.looseObject({ checksum: z.string().optional(), schemaVersion: z.int(), tripId: idSchema })

/**
 * Makes the row for a JSON file of the trip. The file is indented JSON that begins with a checksum, its format version
 * and the id of its trip. A file written by hand needs no checksum.
 */
export function jsonFile<T extends JsonContent>(options: JsonFileOptions<T>): JsonFile<T> {
  const { name, version, schema, maxBytes } = options

  function decode(bytes: Uint8Array, shown = name): Result<{ tripId: string; content: T }> {
    const damaged = () => fail('part.damaged', { file: shown })
    if (bytes.byteLength > maxBytes) return damaged()
    const read = readJson(bytes)
    if (!read.ok) return damaged()
    const { json, text } = read.value
    const file = fileSchema.safeParse(json)
    if (!file.success) return damaged()
    const { checksum, schemaVersion, tripId, ...rest } = file.data
    if (checksum !== undefined && !isIntact(bytes, text)) return damaged()
    if (schemaVersion > version) return fail('part.newer', { file: shown })
    const content = schema.safeParse(rest)
    return content.success ? ok({ tripId, content: content.data }) : damaged()
  }

  function encode(tripId: string, content: T): Uint8Array {
    // Without its brace, because the checksum is the first line of the same object.
    const body = Buffer.from(`${JSON.stringify({ schemaVersion: version, tripId, ...content }, null, 2).slice(2)}\n`)
    return Buffer.concat([Buffer.from(checksumLine(crc32(body))), body])
  }

  const check = (bytes: Uint8Array, tripId: string): Failure | null => {
    const read = decode(bytes)
    if (!read.ok) return read.error
    return read.value.tripId === tripId ? null : fail('part.foreign', { file: name }).error
  }

  return {
    name,
    isFolder: false,
    countedAs: null,
    isText: true,
    maxFileBytes: maxBytes,
    maxBytes,
    decode,
    encode,
    files: (trip) => [
      {
        key: name,
        folder: '',
        name,
        attempts: { read: message('attempt.read-file', { name }), write: message('attempt.save-file', { name }) },
        bytes: null,
        missing: null,
        check: async (bytes) => check(bytes, trip.id),
        checkForeign: async (bytes) => check(bytes, trip.id),
      },
    ],
    revisions: {
      merge(ours, theirs) {
        const [one, other] = [decode(ours), decode(theirs)]
        if (!one.ok) return one
        if (!other.ok) return other
        const { tripId, content } = one.value
        if (other.value.tripId !== tripId) return fail('part.foreign', { file: name })
        const merged = options.merge(content, other.value.content)
        // Returns the given bytes rather than new ones, so that two computers have the same file.
        if (isSame(merged, content)) return ok(ours)
        return ok(isSame(merged, other.value.content) ? theirs : encode(tripId, merged))
      },
      ownerOf(bytes) {
        const read = readJson(bytes)
        const file = fileSchema.safeParse(read.ok ? read.value.json : null)
        return file.success ? file.data.tripId : null
      },
      assignTo(bytes, tripId) {
        const read = decode(bytes)
        return read.ok ? ok(encode(tripId, read.value.content)) : read
      },
      isDamaged: ({ code }) => code === 'part.damaged',
    },
    messages: {
      steps: null,
      tooLarge: () => fail('part.damaged', { file: name }).error,
      notPacked: (file) => message('part.not-packed', { file }),
      changedWhilePacked: (file) => fail('part.damaged', { file }).error,
      notImported: ([file = name]) => message('part.not-imported', { file }),
      notRestored: (file) => message('part.not-restored', { file }),
    },
  }
}
