import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { isPlainName } from '../disk/plain-name.ts'
import { syncFolder } from '../disk/write-durably.ts'
import { historyFolder, makeHistoryFolder } from '../history/version-files.ts'
import { decodeTripApart } from '../trip-file/read-apart.ts'
import { message } from '../../shared/messages/message.ts'
import { isConflictCopyOf } from '../trip-folder/conflict-names.ts'
import { TRIP_FILE } from '../trip-folder/trip-json.ts'

/**
 * The conflict copies of a file in a trip's folder, sorted by name.
 *
 * @param folder the trip's, absolute
 * @param original the name of the file; default: the trip's own
 * @throws the file system's error
 */
export async function findConflictCopies(
  folder: string,
  fileSystem: FileSystem,
  original = TRIP_FILE,
): Promise<string[]> {
  const items = await fileSystem.readFolder(folder)
  return items
    .filter((item) => isConflictCopyOf(original, item.name) && !item.isDirectory() && !item.isSymbolicLink())
    .map((item) => item.name)
    .toSorted()
}

/**
 * Reads a conflict copy of a trip.
 *
 * @param name untrusted
 */
export async function readConflictCopy(
  folder: string,
  name: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<Trip>> {
  try {
    // The name is only used as a path once it has been found among the files.
    if (!(await findConflictCopies(folder, fileSystem)).includes(name)) return copyMissing()
  } catch (error) {
    return isMissing(error) ? copyMissing() : diskFailure(error, message('attempt.find-copies'))
  }
  const trip = await decodeConflictCopy(folder, name, fileSystem)
  if (trip.ok && trip.value.id !== tripId) return fail('conflict.other-trip', { name })
  return trip
}

/** Reads a conflict copy of a trip's file, no matter which trip it belongs to. */
export async function decodeConflictCopy(folder: string, name: string, fileSystem: FileSystem): Promise<Result<Trip>> {
  if (!isConflictCopyOf(TRIP_FILE, name)) return copyMissing()
  try {
    return await decodeTripApart(await readWhole(join(folder, name), fileSystem), name)
  } catch (error) {
    return isMissing(error) ? copyMissing() : diskFailure(error, message('attempt.read-file', { name }))
  }
}

/**
 * Moves a conflict copy that was merged out of the trip's folder, to the trip's versions, where it can still be found.
 * Resolves with its new path, absolute.
 *
 * @param name the name of a file in the folder
 */
export async function retireConflictCopy(
  library: string,
  folder: string,
  name: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<string>> {
  if (!isPlainName(name)) return copyMissing()
  const place = join(historyFolder(library, tripId), 'conflicts')
  const target = join(place, name)
  try {
    await makeHistoryFolder(library, tripId, fileSystem)
    await makeInnerFolder(historyFolder(library, tripId), 'conflicts', fileSystem)
    // The name contains when and where the copy was made, so another copy with that name is the same.
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
  return fail('conflict.missing')
}
