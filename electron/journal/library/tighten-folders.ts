import { join } from 'node:path'
import { type FileStat, type FileSystem, PRIVATE_FOLDER } from '../disk/file-system.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { CACHE_FOLDER, HISTORY_FOLDER, TRASH_FOLDER } from '../trip-folder/library-folders.ts'

const OTHERS = 0o077n
const SPECIAL = 0o7000n
const WRITABLE_BY_ALL = 0o002n
const WRITABLE_BY_GROUP = 0o020n

/**
 * Closes the folders of a library to other users, as those that are created now are from the beginning: even the names of
 * the trips say where somebody has been. Older versions of Lanyard left that to the user's own settings.
 *
 * A folder that somebody shares on purpose stays as it is: one that others may write to, that belongs to somebody else, or
 * that is reached through a link. The library's own folder is closed only if nothing else is in it.
 *
 * @param trips the names of the trips' folders
 */
export async function tightenFolders(
  library: string,
  trips: readonly string[],
  layout: TripLayout,
  fileSystem: FileSystem,
): Promise<void> {
  // Windows has lists of who may do what, which a folder gets from the one that it is in.
  if (process.platform === 'win32') return
  const own = [CACHE_FOLDER, HISTORY_FOLDER, TRASH_FOLDER]
  const folders = [...trips.flatMap((trip) => [trip, ...layout.folders.map((name) => join(trip, name))]), ...own]
  for (const folder of folders) await tighten(join(library, folder), fileSystem)
  const known = new Set([...trips, ...own])
  const items = await fileSystem.readFolder(library).catch(() => null)
  if (items?.every(({ name }) => known.has(name)) === true) await tighten(library, fileSystem)
}

async function tighten(path: string, fileSystem: FileSystem): Promise<void> {
  try {
    const stat = await fileSystem.lstat(path)
    if (isShared(stat)) return
    await fileSystem.setMode(path, Number(stat.mode & BigInt(PRIVATE_FOLDER)))
  } catch {
    // One that is not there, or that may not be changed, is no worse than before.
  }
}

/** Whether the permissions of a folder had better stay as they are. */
function isShared(stat: FileStat): boolean {
  if (!stat.isDirectory() || (stat.mode & OTHERS) === 0n || (stat.mode & SPECIAL) !== 0n) return true
  if (stat.uid !== BigInt(process.getuid?.() ?? -1) || (stat.mode & WRITABLE_BY_ALL) !== 0n) return true
  // Many systems give each user a group of their own, with the same number, which may write by default.
  return (stat.mode & WRITABLE_BY_GROUP) !== 0n && stat.gid !== stat.uid
}
