import { join } from 'node:path'
import { type FileSystem, isMissing } from './file-system.ts'
import { isInside } from './is-inside.ts'
import { LINK_OUT } from './open-file.ts'

/**
 * Creates a folder in another one if necessary. A link to somewhere else is refused: a library may come from elsewhere,
 * and must not decide where on this computer files are written or removed.
 *
 * @param name one name, or several with the system's separator; the last one is created
 * @throws the file system's error; `ELINKOUT` for a link that leads out of the outer folder
 */
export async function makeInnerFolder(outer: string, name: string, fileSystem: FileSystem): Promise<void> {
  await fileSystem.makeFolder(join(outer, name))
  await refuseLinkOut(outer, name, fileSystem)
}

/** The check of {@link makeInnerFolder}, for a folder that is known to exist. */
export async function refuseLinkOut(outer: string, name: string, fileSystem: FileSystem): Promise<void> {
  if (await leadsOut(outer, name, fileSystem)) {
    throw Object.assign(new Error(`${join(outer, name)} is a link to somewhere else`), { code: LINK_OUT })
  }
}

/**
 * Whether a folder is a link that leads out of its parent folder.
 *
 * @param name as for {@link makeInnerFolder}
 * @throws the file system's error, unless there is no such folder
 */
export async function leadsOut(outer: string, name: string, fileSystem: FileSystem): Promise<boolean> {
  try {
    if (!(await isLink(join(outer, name), fileSystem))) return false
    return !isInside(await fileSystem.realPath(join(outer, name)), await fileSystem.realPath(outer))
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Whether something is a link. @throws the file system's error */
export async function isLink(path: string, fileSystem: FileSystem): Promise<boolean> {
  return (await fileSystem.lstat(path)).isSymbolicLink()
}
