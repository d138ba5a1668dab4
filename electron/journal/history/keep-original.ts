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
 * Keeps the file of a trip as it is before it is first written in a newer format: byte for byte, for anyone who goes back
 * to an older Lanyard. Never thinned. Resolves with its path, absolute.
 *
 * @param version the format that the file has
 * @throws the file system's error; then the trip must not be written
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
      // Another file was migrated before; each keeps its name.
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
