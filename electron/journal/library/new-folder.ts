import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { giveBackTemporaryName, takeTemporaryName } from '../disk/temporary-name.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import { numbered, tripFolderName } from './folder-name.ts'
import { type FileContents, writeNewFiles } from '../trip-folder/trip-files.ts'
import { encodeTrip } from '../trip-file/trip-file.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { tripFileIn } from '../trip-folder/trip-json.ts'

export interface NewFolderOptions {
  fileSystem: FileSystem
  layout: TripLayout
  /** The name that the folder should have; default: one made from the trip. A number is added if it is in use. */
  wanted?: string | undefined
}

/**
 * Creates a trip's folder under a temporary name, fills it, and renames it in one step.
 *
 * @param contents the files of its parts
 * @returns the folder's name
 * @throws the file system's error; nothing is left behind then
 */
export async function makeTripFolder(
  library: string,
  trip: Trip,
  contents: FileContents,
  { fileSystem, layout, wanted }: NewFolderOptions,
): Promise<Result<string>> {
  const temporary = join(library, takeTemporaryName('new-trip'))
  try {
    await fileSystem.makeFolder(temporary)
    const kept = await writeNewFiles(temporary, trip, contents, layout, fileSystem)
    if (!kept.ok) {
      await fileSystem.removeFolder(temporary).catch(() => {})
      return kept
    }
    await writeNewFile(tripFileIn(temporary), () => [encodeTrip(trip)], fileSystem)
    await syncFolder(temporary, fileSystem)
    const nameAt = (attempt: number) =>
      wanted === undefined ? tripFolderName(trip, attempt) : numbered(wanted, attempt)
    const name = await moveToFreeName(temporary, library, nameAt, fileSystem)
    await syncFolder(library, fileSystem)
    return ok(name)
  } catch (error) {
    await fileSystem.removeFolder(temporary).catch(() => {})
    throw error
  } finally {
    giveBackTemporaryName(temporary)
  }
}

/**
 * Moves a folder into the library, under the first free name.
 *
 * @param nameAt the name to try next, counted from 0
 * @returns the name
 * @throws the file system's error
 */
export async function moveToFreeName(
  path: string,
  library: string,
  nameAt: (attempt: number) => string,
  fileSystem: FileSystem,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const name = nameAt(attempt)
    const target = join(library, name)
    // A rename would silently replace an empty folder, so check first.
    if (!(await isFree(target, fileSystem))) continue
    try {
      await fileSystem.rename(path, target)
      return name
    } catch (error) {
      const code = errorCode(error)
      if (code !== 'EEXIST' && code !== 'ENOTEMPTY') throw error
    }
  }
}

async function isFree(path: string, fileSystem: FileSystem): Promise<boolean> {
  try {
    await fileSystem.lstat(path)
    return false
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}
