import { join } from 'node:path'
import type { Version } from '../../shared/history.ts'
import { ok, type Failure, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, nodeFileSystem } from '../disk/file-system.ts'
import { refuseLinkOut } from '../disk/inner-folder.ts'
import { listVersions } from './list-versions.ts'
import { createTripHistory, type TripHistory } from './trip-history.ts'
import { newestFirst, VERSION_INTERVAL } from './thin-versions.ts'
import { findVersions, historyFolder, measureVersions, readVersion } from './version-files.ts'
import { HISTORY_FOLDER } from '../trip-folder/library-folders.ts'
import { message } from '../../shared/messages/message.ts'

/** The earlier versions of all trips of a library. */
export interface History {
  /**
   * Call this after each save; keeps versions in the background when one is due. Returns at once.
   *
   * @param folder the name of the trip's folder in the library
   * @param before what was on the disk
   * @param after what is on the disk now
   */
  saved(folder: string, before: Trip, after: Trip): void
  /**
   * Call this when another program has continued a trip: the state before the next change here is kept, because it is
   * the last one that both have in common.
   */
  followed(tripId: string): void
  /**
   * Makes sure that a state is kept, whether or not a version is due: before something is restored, merged or migrated.
   *
   * @returns the version that holds it
   */
  keep(folder: string, trip: Trip): Promise<Result<string>>
  /** Lists the versions, newest first. */
  list(tripId: string): Promise<Result<Version[]>>
  /** The names of the versions, newest first; an empty list if they cannot be read. */
  names(tripId: string): Promise<string[]>
  read(tripId: string, versionId: string): Promise<Result<Trip>>
  /** The disk space that all versions of all trips take, in bytes. */
  usage(): Promise<Result<number>>
  /** Lets `copy` add versions to a trip's folder while no version is kept or removed there. */
  bring<T>(tripId: string, copy: () => Promise<T>): Promise<T>
  /** Removes all versions of a trip that was permanently deleted. */
  forget(tripId: string): Promise<Result<null>>
  /** Waits for pending writes. */
  settled(): Promise<void>
  /** Keeps what was changed since the last version, and waits until it is written. */
  close(): Promise<void>
}

export interface HistoryOptions {
  /** The library's folder, absolute. */
  library: string
  fileSystem?: FileSystem
  /** Minimum interval between versions, in milliseconds. */
  interval?: number
  /** Maximum disk space for the versions of one trip, in bytes. */
  maxBytes?: number
  /** Called when a saved state is kept as a version, which is named after the time of its update. */
  onKept?: (trip: Trip) => void
  /** Called when a version could not be kept. The save itself is safe. */
  onFailure?: (failure: Failure) => void
}

/** Maximum disk space for the versions of one trip, in bytes. */
export const MAX_HISTORY_BYTES = 256 * 1024 * 1024

export function openHistory(options: HistoryOptions): History {
  const { library, fileSystem = nodeFileSystem, onKept = () => {}, onFailure = () => {} } = options
  const trips = new Map<string, TripHistory>()

  const historyOf = (tripId: string): TripHistory => {
    const known = trips.get(tripId)
    if (known !== undefined) return known
    const { interval = VERSION_INTERVAL, maxBytes = MAX_HISTORY_BYTES } = options
    const created = createTripHistory({ library, tripId, fileSystem, interval, maxBytes, onKept, onFailure })
    trips.set(tripId, created)
    return created
  }

  return {
    saved: (folder, before, after) => historyOf(after.id).saved(folder, before, after),
    followed: (tripId) => historyOf(tripId).followed(),
    keep: (folder, trip) => historyOf(trip.id).keep(folder, trip),
    async list(tripId) {
      await trips.get(tripId)?.settled()
      return await listVersions(library, tripId, fileSystem)
    },
    async names(tripId) {
      await trips.get(tripId)?.settled()
      return await findVersions(library, tripId, fileSystem).then(newestFirst, () => [])
    },
    read: (tripId, versionId) => readVersion(library, tripId, versionId, fileSystem),
    async usage() {
      try {
        return ok(await measureAll(library, fileSystem))
      } catch (error) {
        return diskFailure(error, message('attempt.list-versions'))
      }
    },
    bring: (tripId, copy) => historyOf(tripId).bring(copy),
    async forget(tripId) {
      try {
        await trips.get(tripId)?.settled()
        trips.delete(tripId)
        await refuseLinkOut(library, HISTORY_FOLDER, fileSystem)
        await fileSystem.removeFolder(historyFolder(library, tripId))
        return ok(null)
      } catch (error) {
        return diskFailure(error, message('attempt.remove-versions'))
      }
    },
    async settled() {
      await Promise.all(Array.from(trips.values(), (trip) => trip.settled()))
    },
    async close() {
      await Promise.all(Array.from(trips.values(), (trip) => trip.close()))
    },
  }
}

async function measureAll(library: string, fileSystem: FileSystem): Promise<number> {
  let total = 0
  try {
    for (const { name } of await fileSystem.readFolder(join(library, HISTORY_FOLDER))) {
      const versionIds = await findVersions(library, name, fileSystem)
      for (const { bytes } of await measureVersions(library, name, versionIds, fileSystem)) total += bytes
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  return total
}
