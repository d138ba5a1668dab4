import { fail, ok, type Result } from '../../shared/result.ts'
import { type Trip, TRIP_SCHEMA_VERSION, tripSchema } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Coding } from '../disk/durable-adapter.ts'
import { noteWriter, writerOf } from './writers.ts'
import { migrations as allMigrations } from './migrations.ts'
import { type Migration, migrateTrip, type TripJson } from './migrate.ts'
import { readNewer } from './read-newer.ts'
import { findRepeated, trustTrip, whereOf } from './check-trip.ts'
import { isIntact } from './checksum-line.ts'
import { createTripEncoder } from './encode-trip.ts'
import { damaged, readJson } from './read-text.ts'

const checksumForm = /^crc32:[0-9a-f]{8}$/

/** A trip as its file says it. */
export interface ReadTrip {
  trip: Trip
  /** The version of the format in which the file is written. */
  version: number
}

export interface ReadOptions {
  /** The file was good a moment ago, so that a wrong checksum says that somebody has edited it by hand. */
  isEdited?: boolean
  /** The steps that older files are brought along by. */
  migrations?: readonly Migration[]
}

/** Whether a file of this version of the format can be read here, as far as it is known, and not be written. */
export function isNewer(version: number): boolean {
  return version > TRIP_SCHEMA_VERSION
}

/**
 * What a `trip.json` says, to be gone on with. One that a newer Lanyard wrote is refused: what is not known of it here
 * would be lost.
 *
 * @param name how messages call the file
 */
export function decodeTrip(bytes: Uint8Array, name: string, options?: ReadOptions): Result<Trip> {
  const read = readTrip(bytes, name, options)
  if (!read.ok) return read
  return isNewer(read.value.version)
    ? newerFile(`"${name}" was written by a newer version of Lanyard.`)
    : ok(read.value.trip)
}

/**
 * What a `trip.json` says: indented JSON whose first line is a checksum of all bytes after that line, so that a flipped
 * bit is found. A file without that line was made by hand and is read as well. What an older Lanyard wrote is brought up
 * to the version of today, and of what a newer one wrote there is what is known here.
 *
 * @param name how messages call the file
 */
export function readTrip(bytes: Uint8Array, name: string, options: ReadOptions = {}): Result<ReadTrip> {
  const { isEdited = false, migrations = allMigrations } = options
  const reading = readJson(bytes)
  if (!reading.ok) return damaged(name, reading.why)
  const { text, json } = reading.value
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return damaged(name, 'it holds no trip')
  const { checksum, ...fields } = json as Record<string, unknown>
  const version = fields['schemaVersion']
  const newer = typeof version === 'number' && isNewer(version) ? version : null
  // A newer Lanyard may sum up otherwise. Where it does as this one, a flipped bit does not make a file newer.
  const isOurs = typeof checksum === 'string' && checksumForm.test(checksum)
  const isChecked = checksum !== undefined && (newer === null || isOurs)
  if (isChecked && !isEdited && !isIntact(bytes, text)) {
    return damaged(
      name,
      'its content does not match its checksum, so it was changed outside Lanyard or the disk lost part of it',
    )
  }
  if (newer !== null) {
    const known = readNewer(fields)
    if (known === null || findRepeated(known, null) !== null)
      return newerFile(`"${name}" was written by a newer version of Lanyard, in a form that this one does not know.`)
    trustTrip(known)
    return ok({ trip: known, version: newer })
  }
  const current = migrate(fields, migrations)
  if (current === null) return damaged(name, 'it does not have the form of a trip of its version')
  const parsed = tripSchema.safeParse(current)
  if (!parsed.success) return damaged(name, `it does not have the form of a trip (${whereOf(parsed.error)})`)
  const trip = checksum === undefined ? edited(parsed.data, bytes) : parsed.data
  const twice = findRepeated(trip, null)
  if (twice !== null) return damaged(name, `it holds ${twice} twice under the same identifier`)
  trustTrip(trip)
  return ok({ trip, version: typeof version === 'number' ? version : trip.schemaVersion })
}

/** @returns `null` where the file is not what its version allows */
function migrate(fields: TripJson, migrations: readonly Migration[]): TripJson | null {
  // A version that no step begins with is left to the schema, which says what is wrong with it.
  if (!migrations.some(({ from }) => from === fields['schemaVersion'])) return fields
  try {
    return migrateTrip(fields, migrations, TRIP_SCHEMA_VERSION)
  } catch {
    return null
  }
}

function newerFile(what: string): Result<never> {
  return fail('trip.newer', `${what} It is left as it is. Update Lanyard to open this trip.`)
}

/** Without a checksum, somebody has been at the file with an editor: what it says, its last writer did not write. */
function edited(trip: Trip, bytes: Uint8Array): Trip {
  if (trip.writers === undefined) return trip
  return { ...trip, writers: noteWriter(trip.writers, writerOf('edited', bytes), trip.updatedAt) }
}

/** The bytes of a trip's file. */
export function encodeTrip(trip: Trip): Uint8Array {
  return Buffer.concat(createTripEncoder()(trip))
}

/** The bytes of a trip's file, and the version of the format that they are in. */
export interface TripOriginal {
  version: number
  bytes: Uint8Array
}

/** How one trip's file is written and read; both throw a {@link Refusal} that carries the sentence. */
export interface TripCoding extends Coding<Trip> {
  /** Whether what was decoded last is refused by those who did not know the trip before. */
  hasWrongChecksum(): boolean
  /** Whether a newer Lanyard wrote what was decoded last. */
  isNewer(): boolean
  /** What was decoded last, where an older Lanyard wrote it. */
  original(): TripOriginal | null
}

/**
 * @param name how messages call the file
 * @param isOpen whether the trip is open already, so that what is decoded now is what somebody else has made of it
 * @param migrations the steps that older files are brought along by; those of this Lanyard, unless a test has its own
 */
export function tripCoding(name: string, isOpen: () => boolean, migrations?: readonly Migration[]): TripCoding {
  const options = migrations === undefined ? {} : { migrations }
  let isWrong = false
  let version: number = TRIP_SCHEMA_VERSION
  let original: TripOriginal | null = null
  return {
    encode: createTripEncoder(),
    decode(bytes) {
      const intact = readTrip(bytes, name, options)
      const read = intact.ok || !isOpen() ? intact : readTrip(bytes, name, { ...options, isEdited: true })
      isWrong = !intact.ok
      if (!read.ok) throw new Refusal(read.error)
      version = read.value.version
      original = version < TRIP_SCHEMA_VERSION ? { version, bytes } : null
      return read.value.trip
    },
    hasWrongChecksum: () => isWrong,
    isNewer: () => isNewer(version),
    original: () => original,
  }
}
