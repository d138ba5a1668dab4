import { dirname, join, resolve } from 'node:path'
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
    return (await findInside(join(outer, name), outer, fileSystem)) === null
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * The real path of a link that stays in a folder; `null` if it leads out. Where it leads to is not looked at then: that
 * may be a network drive that does not respond.
 *
 * @throws the file system's error
 */
export async function findInside(link: string, outer: string, fileSystem: FileSystem): Promise<string | null> {
  const base = await fileSystem.realPath(outer)
  if (await isLink(link, fileSystem)) {
    const target = resolve(dirname(link), await fileSystem.readLink(link))
    if (!isInside(target, outer) && !isInside(target, base)) return null
  }
  const real = await fileSystem.realPath(link)
  return isInside(real, base) ? real : null
}

/** Whether something is a link. @throws the file system's error */
export async function isLink(path: string, fileSystem: FileSystem): Promise<boolean> {
  return (await fileSystem.lstat(path)).isSymbolicLink()
}
