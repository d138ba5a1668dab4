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
import { damaged, MAX_FILE_BYTES, readJson } from './read-text.ts'

/** The file in a trip's folder that makes it one. */
export const TRIP_FILE = 'trip.json'

const checksumLine = /^\{\n {2}"checksum": "crc32:([0-9a-f]{8})",\n/

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
  for (const part of partsOf(trip)) checked.add(part)
  return ok(trip)
}

/** How one trip's file is written and read; both throw a {@link Refusal} that carries the sentence. */
export function tripCoding(name: string): Coding<Trip> {
  return {
    encode: encodeTrip,
    decode(bytes) {
      const trip = decodeTrip(bytes, name)
      if (!trip.ok) throw new Refusal(trip.error)
      return trip.value
    },
  }
}

/**
 * The bytes of a trip's file. The parts of a trip never change in place, so the bytes of each are kept as long as the
 * part lives: a save costs what was edited and not what the trip weighs.
 */
export function encodeTrip(trip: Trip): Uint8Array {
  const { entries, deleted, photos, report, ...fields } = trip
  const chunks: Uint8Array[] = [
    // Without its braces: the lines that follow belong to the same object.
    Buffer.from(`${JSON.stringify(fields, null, 2).slice(2, -2)},\n`),
    ...list('entries', entries),
    ...list('deleted', deleted),
    ...list('photos', photos),
    Buffer.from('  "report": '),
    indented(report, 1),
    Buffer.from('\n}\n'),
  ]
  const checksum = chunks.reduce((sum, chunk) => crc32(chunk, sum), 0)
  const head = Buffer.from(`{\n  "checksum": "crc32:${checksum.toString(16).padStart(8, '0')}",\n`)
  const bytes = Buffer.concat([head, ...chunks])
  if (bytes.byteLength > MAX_FILE_BYTES) {
    throw new Refusal({
      code: 'input.invalid',
      message: 'This trip would become larger than Lanyard can read again. Start another trip for what is to come.',
    })
  }
  return bytes
}

/**
 * Looks whether a trip could be read back once it is written. Only the parts that are new since it was read or last
 * checked are looked at.
 */
export function checkTrip(trip: Trip): Result<Trip> {
  const { entries, deleted, photos, report, ...fields } = trip
  const problem =
    firstProblem(tripSchema.omit({ entries: true, deleted: true, photos: true, report: true }), fields) ??
    entries.map((entry) => checkPart(entrySchema, entry)).find(isString) ??
    deleted.map((item) => checkPart(deletedSchema, item)).find(isString) ??
    photos.map((photo) => checkPart(photoSchema, photo)).find(isString) ??
    checkPart(reportSchema, report)
  if (typeof problem === 'string')
    return fail('input.invalid', `This cannot be kept in a trip (${problem}). Nothing was changed.`)
  const twice = findRepeated(trip)
  if (twice !== null) return fail('input.invalid', `This would put ${twice} into the trip twice. Nothing was changed.`)
  return ok(trip)
}

const deletedSchema = tripSchema.shape.deleted.element

/** The parts of trips that are known to have the form that the schema asks for. */
const checked = new WeakSet<object>()

function partsOf(trip: Trip): object[] {
  return [...trip.entries, ...trip.deleted, ...trip.photos, trip.report]
}

function checkPart(schema: z.ZodType, part: object): string | null {
  if (checked.has(part)) return null
  const problem = firstProblem(schema, part)
  if (problem === null) checked.add(part)
  return problem
}

function firstProblem(schema: z.ZodType, value: unknown): string | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? null : whereOf(parsed.error)
}

function isString(value: string | null): value is string {
  return value !== null
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

/** A part as indented JSON that stands so many levels deep, without the indentation of its first line. */
function indented(part: object, depth: 1 | 2): Uint8Array {
  const known = written.get(part)
  if (known !== undefined) return known
  // Wrapped so that JSON.stringify itself indents it; the wrapping is cut off again.
  const wrapped = JSON.stringify(depth === 1 ? [part] : [[part]], null, 2)
  const margin = depth === 1 ? '[\n  '.length : '[\n  [\n    '.length
  const end = depth === 1 ? '\n]'.length : '\n  ]\n]'.length
  const bytes = Buffer.from(wrapped.slice(margin, -end))
  written.set(part, bytes)
  return bytes
}

const comma = Buffer.from(',\n    ')

function list(name: string, items: readonly object[]): Uint8Array[] {
  if (items.length === 0) return [Buffer.from(`  "${name}": [],\n`)]
  const chunks = items.flatMap((item) => [comma, indented(item, 2)])
  return [Buffer.from(`  "${name}": [\n    `), ...chunks.slice(1), Buffer.from('\n  ],\n')]
}
