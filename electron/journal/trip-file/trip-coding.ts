import { type Trip, TRIP_SCHEMA_VERSION } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Coding } from '../disk/durable-adapter.ts'
import { createTripEncoder } from './encode-trip.ts'
import type { Migration } from './migrate.ts'
import { readTripApart } from './read-apart.ts'
import { isNewer } from './trip-file.ts'

/** The bytes of a trip's file, and their format version. */
export interface TripOriginal {
  version: number
  bytes: Uint8Array
}

/** How one trip's file is encoded and decoded; both throw a {@link Refusal} with the failure. */
export interface TripCoding extends Coding<Trip> {
  /**
   * Whether the checksum of the last decoded file is wrong, so that a reader without earlier knowledge of the trip
   * would refuse it.
   */
  hasWrongChecksum(): boolean
  /** Whether a newer Lanyard wrote the file that was decoded last. */
  isNewer(): boolean
  /** The file that was decoded last, if an older Lanyard wrote it. */
  original(): TripOriginal | null
}

/**
 * @param name how messages call the file
 * @param isOpen whether the trip is already open, so that the file was changed by another program
 * @param migrations the steps that update older files; tests pass their own
 */
export function tripCoding(name: string, isOpen: () => boolean, migrations?: readonly Migration[]): TripCoding {
  const options = migrations === undefined ? {} : { migrations }
  let isWrong = false
  let version: number = TRIP_SCHEMA_VERSION
  let original: TripOriginal | null = null
  return {
    encode: createTripEncoder(),
    async decode(bytes) {
      const intact = await readTripApart(bytes, name, options)
      const read = intact.ok || !isOpen() ? intact : await readTripApart(bytes, name, { ...options, isEdited: true })
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
