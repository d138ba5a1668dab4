import { crc32 } from 'node:zlib'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  entrySchema,
  photoSchema,
  reportSchema,
  type Trip,
  TRIP_SCHEMA_VERSION,
  tripSchema,
} from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Coding } from '../disk/durable-adapter.ts'
import { indentedJson } from './indented-json.ts'
import { damaged, MAX_FILE_BYTES, readJson } from './read-text.ts'

/** The file in a trip's folder that makes it one. */
export const TRIP_FILE = 'trip.json'

const checksumLine = /^\{\n {2}"checksum": "crc32:([0-9a-f]{8})",\n/
/** What the checksum is not about: the lines up to its own. */
const HEAD_LENGTH = '{\n  "checksum": "crc32:00000000",\n'.length

/**
 * What a `trip.json` says: indented JSON whose first line is a checksum of all bytes after that line, so that a flipped
 * bit is found. A file without that line was made by hand and is read as well.
 *
 * @param name how messages call the file
 */
export function decodeTrip(bytes: Uint8Array, name: string): Result<Trip> {
  const reading = readJson(bytes)
  if (!reading.ok) return damaged(name, reading.why)
  const { text, json } = reading.value
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return damaged(name, 'it holds no trip')
  const { checksum, ...fields } = json as Record<string, unknown>
  const version = fields['schemaVersion']
  if (typeof version === 'number' && version > TRIP_SCHEMA_VERSION) {
    return fail(
      'trip.newer',
      `"${name}" was written by a newer version of Lanyard. It is left as it is. Update Lanyard to open this trip.`,
    )
  }
  if (checksum !== undefined && !isIntact(bytes, text)) {
    return damaged(
      name,
      'its content does not match its checksum, so it was changed outside Lanyard or the disk lost part of it',
    )
  }
  const parsed = tripSchema.safeParse(fields)
  if (!parsed.success) return damaged(name, `it does not have the form of a trip (${whereOf(parsed.error)})`)
  const trip = parsed.data
  const twice = findRepeated(trip)
  if (twice !== null) return damaged(name, `it holds ${twice} twice under the same identifier`)
  for (const part of [...trip.entries, ...trip.deleted, ...trip.photos, trip.report]) checked.add(part)
  return ok(trip)
}

/** How one trip's file is written and read; both throw a {@link Refusal} that carries the sentence. */
export function tripCoding(name: string): Coding<Trip> {
  let room: Uint8Array = new Uint8Array()
  return {
    encode(trip) {
      const bytes = encodeTrip(trip, room)
      room = new Uint8Array(bytes.buffer)
      return bytes
    },
    decode(bytes) {
      const trip = decodeTrip(bytes, name)
      if (!trip.ok) throw new Refusal(trip.error)
      return trip.value
    },
  }
}

/**
 * The bytes of a trip's file. The parts of a trip never change in place, so the bytes of each are kept as long as the
 * part lives: a save costs what was edited and hardly more for what the trip weighs.
 *
 * @param room where the bytes go if they fit: new memory for each save is what costs most of its time
 */
export function encodeTrip(trip: Trip, room: Uint8Array = new Uint8Array()): Uint8Array {
  const { entries, deleted, photos, report, ...fields } = trip
  const chunks: Uint8Array[] = []
  // Without its last brace: the lines that follow belong to the same object.
  const opening = indentedJson({ checksum: `crc32:${'0'.repeat(8)}`, ...fields }, '\n')
  chunks.push(Buffer.from(`${opening.slice(0, -2)},\n`))
  pushList(chunks, 'entries', entries)
  pushList(chunks, 'deleted', deleted)
  pushList(chunks, 'photos', photos)
  chunks.push(Buffer.from('  "report": '), bytesOf(report, '\n  '), Buffer.from('\n}\n'))
  const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  if (length > MAX_FILE_BYTES) {
    throw new Refusal({
      code: 'input.invalid',
      message: 'This trip would become larger than Lanyard can read again. Start another trip for what is to come.',
    })
  }
  const bytes = Buffer.from(length <= room.byteLength ? room.buffer : new ArrayBuffer(length * 1.25), 0, length)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.byteLength
  }
  const checksum = crc32(bytes.subarray(HEAD_LENGTH))
  bytes.write(checksum.toString(16).padStart(8, '0'), HEAD_LENGTH - '00000000",\n'.length, 'latin1')
  return bytes
}

/**
 * Looks whether a trip could be read back once it is written. Only what is new since it was read or last checked is
 * looked at.
 *
 * @param before the trip before the change, which was checked
 */
export function checkTrip(trip: Trip, before: Trip | null = null): Result<Trip> {
  const problem =
    (before === null || !hasSameDetails(trip, before) ? checkDetails(trip) : null) ??
    checkParts(entrySchema, trip.entries) ??
    checkParts(deletedSchema, trip.deleted) ??
    checkParts(photoSchema, trip.photos) ??
    checkParts(reportSchema, [trip.report])
  if (problem !== null) {
    return fail('input.invalid', `This cannot be kept in a trip (${problem}). Nothing was changed.`)
  }
  const twice = findRepeated(trip)
  if (twice !== null) return fail('input.invalid', `This would put ${twice} into the trip twice. Nothing was changed.`)
  return ok(trip)
}

const detailsSchema = tripSchema.omit({ entries: true, deleted: true, photos: true, report: true })
const deletedSchema = tripSchema.shape.deleted.element

/** The parts of trips that are known to have the form that the schema asks for. */
const checked = new WeakSet<object>()

function checkDetails({ entries: _e, deleted: _d, photos: _p, report: _r, ...details }: Trip): string | null {
  return firstProblem(detailsSchema, details)
}

/** To look at a time zone takes as long as to look at many entries, and it hardly ever changes. */
function hasSameDetails(trip: Trip, before: Trip): boolean {
  const keys = Object.keys(trip) as (keyof Trip)[]
  return keys.every((key) => {
    const isPart = key === 'entries' || key === 'deleted' || key === 'photos' || key === 'report'
    // The store itself sets this one.
    return isPart || key === 'updatedAt' || trip[key] === before[key]
  })
}

function checkParts(schema: z.ZodType, parts: readonly object[]): string | null {
  for (const part of parts) {
    if (checked.has(part)) continue
    const problem = firstProblem(schema, part)
    if (problem !== null) return problem
    checked.add(part)
  }
  return null
}

function firstProblem(schema: z.ZodType, value: unknown): string | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? null : whereOf(parsed.error)
}

function whereOf(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`
}

function isIntact(bytes: Uint8Array, text: string): boolean {
  const line = checksumLine.exec(text)
  // The line is plain ASCII: as many bytes as characters.
  return line !== null && crc32(bytes.subarray(line[0].length)) === Number.parseInt(line[1] ?? '', 16)
}

function findRepeated(trip: Trip): string | null {
  const entryIds = new Set(trip.entries.map((entry) => entry.id))
  for (const { entry } of trip.deleted) entryIds.add(entry.id)
  if (entryIds.size < trip.entries.length + trip.deleted.length) return 'an entry'
  return new Set(trip.photos.map((photo) => photo.id)).size < trip.photos.length ? 'a picture' : null
}

const written = new WeakMap<object, Uint8Array>()

function bytesOf(part: object, margin: string): Uint8Array {
  const known = written.get(part)
  if (known !== undefined) return known
  const bytes = inUtf8(indentedJson(part, margin))
  written.set(part, bytes)
  return bytes
}

/** What `Buffer.from` does, which takes several times as long over a long text with umlauts. */
function inUtf8(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}

const comma = Buffer.from(',\n    ')

function pushList(chunks: Uint8Array[], name: string, items: readonly object[]): void {
  if (items.length === 0) {
    chunks.push(Buffer.from(`  "${name}": [],\n`))
    return
  }
  chunks.push(Buffer.from(`  "${name}": [\n    `))
  for (const [index, item] of items.entries()) {
    if (index > 0) chunks.push(comma)
    chunks.push(bytesOf(item, '\n    '))
  }
  chunks.push(Buffer.from('\n  ],\n'))
}
