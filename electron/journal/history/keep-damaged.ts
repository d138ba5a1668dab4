import { dirname } from 'node:path'
import { errorCode, type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import { versionIdAt } from './version-id.ts'

const MARK = '.corrupt-'

/** Whether a damaged file was kept under this name. */
export function isKeptDamaged(original: string, name: string): boolean {
  return name.startsWith(`${original}${MARK}`)
}

/**
 * Keeps a damaged file under another name beside it, before a good one replaces it. Resolves with the new path, or
 * `null` if there is no file.
 *
 * @param file absolute
 * @throws the file system's error; nothing has changed then
 */
export async function keepDamaged(file: string, fileSystem: FileSystem): Promise<string | null> {
  for (let time = Date.now(); ; time++) {
    const kept = `${file}${MARK}${versionIdAt(new Date(time).toISOString())}`
    try {
      await copyOrMove(file, kept, fileSystem)
      await syncFolder(dirname(file), fileSystem)
      return kept
    } catch (error) {
      if (isMissing(error)) return null
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

/** An unreadable file cannot be copied, but it can be moved; links are not followed. */
async function copyOrMove(from: string, to: string, fileSystem: FileSystem): Promise<void> {
  let bytes: Uint8Array
  try {
    if ((await fileSystem.lstat(from)).isSymbolicLink()) return await fileSystem.rename(from, to)
    bytes = await readWhole(from, fileSystem)
  } catch (error) {
    if (isMissing(error)) throw error
    return await fileSystem.rename(from, to)
  }
  await writeNewFile(to, () => [bytes], fileSystem)
}
