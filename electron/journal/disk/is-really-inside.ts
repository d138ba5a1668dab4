import { basename, dirname, join } from 'node:path'
import { type FileSystem, isMissing } from './file-system.ts'
import { isInside } from './is-inside.ts'
import { followLinks } from './write-durably.ts'

/**
 * Whether a path is a folder itself, or anywhere below it, after resolving links in both. A path that does not exist
 * yet counts as where it would be created. Both paths are absolute.
 */
export async function isReallyInside(path: string, folder: string, fileSystem: FileSystem): Promise<boolean> {
  if (isInside(path, folder)) return true
  try {
    return isInside(await whereReally(path, fileSystem), await whereReally(folder, fileSystem))
  } catch {
    // A path that cannot be accessed cannot be written to either, and the write reports why.
    return false
  }
}

/** The real path of something that need not exist. @throws the file system's error */
async function whereReally(path: string, fileSystem: FileSystem): Promise<string> {
  const target = await followLinks(path, fileSystem)
  try {
    return await fileSystem.realPath(target)
  } catch (error) {
    if (!isMissing(error) || dirname(target) === target) throw error
    return join(await whereReally(dirname(target), fileSystem), basename(target))
  }
}
