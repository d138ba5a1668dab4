import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { stampOf } from '../disk/file-stamp.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { Migration } from '../trip-file/migrate.ts'
import type { Snapshot } from './library.ts'
import { seenOf } from './summary-cache.ts'
import { readTrip, TRIP_FILE } from '../trip-file/trip-file.ts'
import { message } from '../../shared/messages/message.ts'

/**
 * Reads the bytes of a trip's file, also where a newer Lanyard wrote it: they are copied as they are.
 *
 * @param folder the trip's, as a name in the library
 * @param migrations the steps that older files are brought along by
 * @param known the trip as it is in memory, so that bytes that are known to say the same need not be parsed
 */
export async function takeSnapshot(
  library: string,
  folder: string,
  known: { trip: Trip; stamp: string } | null,
  migrations: readonly Migration[],
  fileSystem: FileSystem,
): Promise<Result<Snapshot>> {
  const name = `${folder}/${TRIP_FILE}`
  try {
    const file = await fileSystem.open(join(library, folder, TRIP_FILE), 'r')
    try {
      const stat = await file.stat()
      const bytes = await file.readFile()
      const isKnown = known !== null && known.stamp === stampOf(stat) && stat.size === BigInt(bytes.byteLength)
      const read = isKnown ? ok(known) : readTrip(bytes, name, { migrations })
      return read.ok ? ok({ trip: read.value.trip, bytes, seen: seenOf(stat) }) : read
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return diskFailure(error, message('attempt.read-file', { name }))
  }
}
