import { join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { syncFolder } from '../disk/write-durably.ts'
import { historyFolder, makeHistoryFolder } from '../history/version-files.ts'
import { isConflictCopy } from '../trip-folder/conflict-names.ts'
import { decodeTrip } from '../trip-file/trip-file.ts'
import { message } from '../../shared/messages/message.ts'

/**
 * The conflict copies in a trip's folder, in the order of their names.
 *
 * @param folder the trip's, absolute
 * @throws the file system's error
 */
export async function findConflictCopies(folder: string, fileSystem: FileSystem): Promise<string[]> {
  const items = await fileSystem.readFolder(folder)
  return items
    .filter((item) => isConflictCopy(item.name) && !item.isDirectory() && !item.isSymbolicLink())
    .map((item) => item.name)
    .toSorted()
}

/**
 * Reads a conflict copy of a trip.
 *
 * @param name from outside, so anything
 */
export async function readConflictCopy(
  folder: string,
  name: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<Trip>> {
  const trip = await decodeConflictCopy(folder, name, fileSystem)
  if (trip.ok && trip.value.id !== tripId)
    return fail('trip.damaged', `"${name}" is of another trip. It is left as it is.`)
  return trip
}

/** Reads a conflict copy beside a trip, of whichever trip it is. */
export async function decodeConflictCopy(folder: string, name: string, fileSystem: FileSystem): Promise<Result<Trip>> {
  if (!isConflictCopy(name)) return copyMissing()
  try {
    const file = await fileSystem.open(join(folder, name), 'r')
    try {
      return decodeTrip(await file.readFile(), name)
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return isMissing(error) ? copyMissing() : diskFailure(error, message('attempt.read-file', { name }))
  }
}

/**
 * Moves a conflict copy that was merged out of the trip's folder, to where it can still be found.
 *
 * @returns where it is now, absolute
 */
export async function putAwayConflictCopy(
  library: string,
  folder: string,
  name: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<string>> {
  if (!isConflictCopy(name)) return copyMissing()
  const place = join(historyFolder(library, tripId), 'conflicts')
  const target = join(place, name)
  try {
    await makeHistoryFolder(library, tripId, fileSystem)
    await fileSystem.makeFolder(place)
    // The name tells when and where it was made, so that another of that name is the same.
    await fileSystem.rename(join(folder, name), target)
    await syncFolder(place, fileSystem)
    await syncFolder(historyFolder(library, tripId), fileSystem)
    await syncFolder(folder, fileSystem)
    return ok(target)
  } catch (error) {
    return isMissing(error) ? copyMissing() : diskFailure(error, message('attempt.move-file', { name }))
  }
}

function copyMissing(): Result<never> {
  return fail(
    'conflict.missing',
    'This copy is no longer in the folder of the trip. It may have been merged elsewhere.',
  )
}
