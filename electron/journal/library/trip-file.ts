import { crc32 } from 'node:zlib'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Trip, TRIP_SCHEMA_VERSION, tripSchema } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Coding } from '../disk/durable-adapter.ts'
import { findRepeated, trustTrip, whereOf } from './check-trip.ts'
import { checksumLine, createTripEncoder } from './encode-trip.ts'
import { damaged, readJson } from './read-text.ts'

/** The file in a trip's folder that makes it one. */
export const TRIP_FILE = 'trip.json'

const checksumPattern = /"crc32:([0-9a-f]{8})"/

/**
 * What a `trip.json` says: indented JSON whose first line is a checksum of all bytes after that line, so that a flipped
 * bit is found. A file without that line was made by hand and is read as well.
 *
 * @param name how messages call the file
 * @param isEdited the file was good a moment ago, so that a wrong checksum says that somebody has edited it by hand
 */
export function decodeTrip(bytes: Uint8Array, name: string, isEdited = false): Result<Trip> {
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
  if (checksum !== undefined && !isEdited && !isIntact(bytes, text)) {
    return damaged(
      name,
      'its content does not match its checksum, so it was changed outside Lanyard or the disk lost part of it',
    )
  }
  const parsed = tripSchema.safeParse(fields)
  if (!parsed.success) return damaged(name, `it does not have the form of a trip (${whereOf(parsed.error)})`)
  const trip = parsed.data
  const twice = findRepeated(trip, null)
  if (twice !== null) return damaged(name, `it holds ${twice} twice under the same identifier`)
  trustTrip(trip)
  return ok(trip)
}

/** The bytes of a trip's file. */
export function encodeTrip(trip: Trip): Uint8Array {
  return createTripEncoder()(trip)
}

/** How one trip's file is written and read; both throw a {@link Refusal} that carries the sentence. */
export interface TripCoding extends Coding<Trip> {
  /** Whether what was decoded last is refused by those who did not know the trip before. */
  hasWrongChecksum(): boolean
}

/**
 * @param name how messages call the file
 * @param isOpen whether the trip is open already, so that what is decoded now is what somebody else has made of it
 */
export function tripCoding(name: string, isOpen: () => boolean): TripCoding {
  let isWrong = false
  return {
    encode: createTripEncoder(),
    decode(bytes) {
      const intact = decodeTrip(bytes, name)
      const trip = intact.ok || !isOpen() ? intact : decodeTrip(bytes, name, true)
      isWrong = !intact.ok
      if (!trip.ok) throw new Refusal(trip.error)
      return trip.value
    },
    hasWrongChecksum: () => isWrong,
  }
}

function isIntact(bytes: Uint8Array, text: string): boolean {
  const checksum = checksumPattern.exec(text)?.[1]
  if (checksum === undefined) return false
  const line = checksumLine(Number.parseInt(checksum, 16))
  // The line is plain ASCII: as many bytes as characters.
  return text.startsWith(line) && crc32(bytes.subarray(line.length)) === Number.parseInt(checksum, 16)
}
