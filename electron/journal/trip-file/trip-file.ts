import { fail, ok, type Result } from '../../shared/result.ts'
import { type Trip, TRIP_SCHEMA_VERSION, tripSchema } from '../../shared/trip.ts'
import { noteWriter, writerOf } from './writers.ts'
import { migrations as allMigrations } from './migrations.ts'
import { type Migration, migrateTrip, type TripJson } from './migrate.ts'
import { readNewer } from './read-newer.ts'
import { findRepeated, trustTrip, whereOf } from './check-trip.ts'
import { isIntact } from './checksum-line.ts'
import { createTripEncoder } from './encode-trip.ts'
import { damaged, readJson } from './read-text.ts'

const checksumForm = /^crc32:[0-9a-f]{8}$/

/** A trip as read from its file. */
export interface ReadTrip {
  trip: Trip
  /** The format version of the file. */
  version: number
}

export interface ReadOptions {
  /** Whether the file was intact a moment ago, so that a wrong checksum means that somebody has edited it by hand. */
  isEdited?: boolean
  /** Whether the trip is only looked at: otherwise it is noted that its parts need not be checked again to be written. */
  isLookedAt?: boolean
  /** The steps that update older files. */
  migrations?: readonly Migration[]
}

/** Whether a file of this format version can only be read here, as far as it is understood, but not written. */
export function isNewer(version: number): boolean {
  return version > TRIP_SCHEMA_VERSION
}

/**
 * Reads a `trip.json` that is going to be changed. Refuses one that a newer Lanyard wrote, because whatever this
 * version does not know would be lost.
 *
 * @param name how messages call the file
 */
export function decodeTrip(bytes: Uint8Array, name: string, options?: ReadOptions): Result<Trip> {
  const read = readTrip(bytes, name, options)
  if (!read.ok) return read
  return isNewer(read.value.version) ? fail('trip.newer', { what: 'other', name }) : ok(read.value.trip)
}

/**
 * Reads a `trip.json`: indented JSON whose first line is a checksum of all bytes after that line, so that a flipped bit
 * is detected. A file without that line was made by hand and is accepted as well. A file from an older Lanyard is
 * migrated, and from a newer one, what this version understands is returned.
 *
 * @param name how messages call the file
 */
export function readTrip(bytes: Uint8Array, name: string, options: ReadOptions = {}): Result<ReadTrip> {
  const { isEdited = false, isLookedAt = false, migrations = allMigrations } = options
  const reading = readJson(bytes)
  if (!reading.ok) return damaged(name, reading.why)
  const { text, json } = reading.value
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return damaged(name, 'noTrip')
  const { checksum, ...fields } = json as Record<string, unknown>
  const version = fields['schemaVersion']
  const newer = typeof version === 'number' && isNewer(version) ? version : null
  // A newer Lanyard may use another kind of checksum. If it uses ours, a flipped bit must not make a file look newer.
  const isOurs = typeof checksum === 'string' && checksumForm.test(checksum)
  const isChecked = checksum !== undefined && (newer === null || isOurs)
  if (isChecked && !isEdited && !isIntact(bytes, text)) {
    return damaged(name, 'checksum')
  }
  if (newer !== null) {
    const known = readNewer(fields)
    if (known === null || findRepeated(known, null) !== null) return fail('trip.newer', { what: 'unknownForm', name })
    if (!isLookedAt) trustTrip(known)
    return ok({ trip: known, version: newer })
  }
  const current = migrate(fields, migrations)
  if (current === null) return damaged(name, 'version')
  const parsed = tripSchema.safeParse(current)
  if (!parsed.success) return damaged(name, 'form', whereOf(parsed.error))
  const trip = checksum === undefined ? edited(parsed.data, bytes) : parsed.data
  const twice = findRepeated(trip, null)
  if (twice !== null) return damaged(name, repeated[twice])
  if (!isLookedAt) trustTrip(trip)
  return ok({ trip, version: typeof version === 'number' ? version : trip.schemaVersion })
}

/** @returns `null` if the file is not valid in its version */
function migrate(fields: TripJson, migrations: readonly Migration[]): TripJson | null {
  // A version that no step migrates is left to the schema, which describes what is wrong.
  if (!migrations.some(({ from }) => from === fields['schemaVersion'])) return fields
  try {
    return migrateTrip(fields, migrations, TRIP_SCHEMA_VERSION)
  } catch {
    return null
  }
}

const repeated = { entry: 'repeatedEntry', picture: 'repeatedPicture', report: 'repeatedReport' } as const

/** Without a checksum, somebody has edited the file: its last writer did not write this content. */
function edited(trip: Trip, bytes: Uint8Array): Trip {
  if (trip.writers === undefined) return trip
  return { ...trip, writers: noteWriter(trip.writers, writerOf('edited', bytes), trip.updatedAt) }
}

/** The bytes of a trip's file. */
export function encodeTrip(trip: Trip): Uint8Array {
  return Buffer.concat(createTripEncoder()(trip))
}
