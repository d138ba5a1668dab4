import { join } from 'node:path'
import { type FileStat, type FileSystem, PRIVATE_FOLDER } from '../disk/file-system.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { CACHE_FOLDER, HISTORY_FOLDER, TRASH_FOLDER } from '../trip-folder/library-folders.ts'

const OTHERS = 0o077n
const SPECIAL = 0o7000n
const WRITABLE_BY_ALL = 0o002n
const WRITABLE_BY_GROUP = 0o020n

/**
 * Makes the folders of a library private, like newly created ones: even the names of trips reveal where somebody has
 * been. Older versions of Lanyard used the default permissions.
 *
 * A folder that is shared on purpose stays unchanged: one that others may write to, that belongs to somebody else, or
 * that is reached through a link. The library's own folder is made private only if it contains nothing else.
 *
 * @param trips the names of the trips' folders
 */
export async function tightenFolders(
  library: string,
  trips: readonly string[],
  layout: TripLayout,
  fileSystem: FileSystem,
): Promise<void> {
  // Windows has access control lists, which a folder inherits from its parent.
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
    // A folder that is missing, or whose permissions cannot be changed, is no worse than before.
  }
}

/** Whether a folder seems to be shared, so that its permissions should stay. */
function isShared(stat: FileStat): boolean {
  if (!stat.isDirectory() || (stat.mode & OTHERS) === 0n || (stat.mode & SPECIAL) !== 0n) return true
  if (stat.uid !== BigInt(process.getuid?.() ?? -1) || (stat.mode & WRITABLE_BY_ALL) !== 0n) return true
  // Many systems give each user a private group with the same id, which has write access by default.
  return (stat.mode & WRITABLE_BY_GROUP) !== 0n && stat.gid !== stat.uid
}
