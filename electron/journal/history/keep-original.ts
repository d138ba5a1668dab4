import { join } from 'node:path'
import { errorCode, type FileSystem, readWhole } from '../disk/file-system.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import { historyFolder, makeHistoryFolder } from './version-files.ts'

/** Files that {@link keepOriginal} made. */
const originals = /^trip\.version-\d+(-\d+)?\.json$/

export function isKeptOriginal(name: string): boolean {
  return originals.test(name)
}

/**
 * Keeps an unchanged copy of a trip's file before it is first written in a newer format, for users who go back to an
 * older Lanyard. It is never thinned. Resolves with its path, absolute.
 *
 * @param version the file's format version
 * @throws the file system's error; the trip must not be written then
 */
export async function keepOriginal(
  library: string,
  tripId: string,
  version: number,
  file: Uint8Array,
  fileSystem: FileSystem,
): Promise<string> {
  await makeHistoryFolder(library, tripId, fileSystem)
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? `trip.version-${version}.json` : `trip.version-${version}-${attempt}.json`
    const path = join(historyFolder(library, tripId), name)
    if (await holds(path, file, fileSystem)) return path
    try {
      await writeNewFile(path, () => [file], fileSystem)
      await syncFolder(historyFolder(library, tripId), fileSystem)
      return path
    } catch (error) {
      // Another file was migrated earlier; both copies are kept.
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

async function holds(path: string, file: Uint8Array, fileSystem: FileSystem): Promise<boolean> {
  try {
    return Buffer.from(file).equals(await readWhole(path, fileSystem))
  } catch {
    return false
  }
}
