import { join } from 'node:path'
import { errorCode, type FileSystem } from '../disk/file-system.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import { historyFolder, makeHistoryFolder } from './version-files.ts'

/**
 * Keeps the file of a trip as it is before it is written in a newer version of the format for the first time: byte for
 * byte, for whoever goes back to an older Lanyard. Never thinned.
 *
 * @param version the format in which the file is
 * @returns where it is, absolute
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
      // Another file was migrated before; each keeps its place.
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

async function holds(path: string, file: Uint8Array, fileSystem: FileSystem): Promise<boolean> {
  try {
    const there = await fileSystem.open(path, 'r')
    try {
      return Buffer.from(file).equals(await there.readFile())
    } finally {
      await there.close().catch(() => {})
    }
  } catch {
    return false
  }
}
