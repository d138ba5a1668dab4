import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileStamp, stampOf, storedStampOf } from '../disk/file-stamp.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { message } from '../../shared/messages/message.ts'
import { readTripApart } from '../trip-file/read-apart.ts'
import type { ReadOptions } from '../trip-file/trip-file.ts'
import { type FolderStamps, readFolderStamps } from '../trip-folder/folder-stamps.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { shownTripFile, TRIP_FILE, tripFileIn } from '../trip-folder/trip-json.ts'

/** A trip as it is in its file. */
export interface Snapshot {
  trip: Trip
  bytes: Uint8Array
  /** The stamps of the files in its folder, from before any of them was read. */
  stamps: FolderStamps
}

export interface SnapshotOptions {
  fileSystem: FileSystem
  layout: TripLayout
  /** How to read the file. */
  reading: ReadOptions
  /** The trip as it is in memory, if any: bytes that are known to match it need not be parsed. */
  known: { trip: Trip; stamp: FileStamp } | null
}

/**
 * Reads the bytes of a trip's file, even if a newer Lanyard wrote it: they are copied unchanged.
 *
 * @param tripFolder absolute
 * @param name what failures call the folder
 */
export async function takeSnapshot(
  tripFolder: string,
  name: string,
  { fileSystem, layout, reading, known }: SnapshotOptions,
): Promise<Result<Snapshot>> {
  const shown = shownTripFile(name)
  try {
    const stamps = await readFolderStamps(tripFolder, layout, fileSystem)
    const file = await fileSystem.open(tripFileIn(tripFolder), 'r')
    try {
      const stat = await file.stat()
      const bytes = await file.readFile()
      const isKnown = known !== null && known.stamp === stampOf(stat) && stat.size === BigInt(bytes.byteLength)
      const read = isKnown ? ok(known) : await readTripApart(bytes, shown, reading)
      return read.ok
        ? ok({ trip: read.value.trip, bytes, stamps: { ...stamps, [TRIP_FILE]: storedStampOf(stat) } })
        : read
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return diskFailure(error, message('attempt.read-file', { name: shown }))
  }
}
