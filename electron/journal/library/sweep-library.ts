import { basename, join } from 'node:path'
import type { FileSystem } from '../disk/file-system.ts'
import { leadsOut } from '../disk/inner-folder.ts'
import { isInside } from '../disk/is-inside.ts'
import { sweepFolder } from '../disk/temporary-name.ts'
import { sweepLock } from '../disk/write-lock.ts'
import { tidyCache, tidyHistory } from '../history/tidy-copies.ts'
import { NOTES_FOLDER } from '../history/version-notes.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { CACHE_FOLDER, HISTORY_FOLDER } from '../trip-folder/library-folders.ts'
import { tightenFolders } from './tighten-folders.ts'

/**
 * Removes what killed processes left in a library, cleans up conflict copies among the versions and caches, and makes
 * the folders private. Whatever cannot be done now is found again at the next start.
 *
 * @param library absolute
 * @param trips the names of the trips' folders
 */
export async function sweepLibrary(
  library: string,
  trips: readonly string[],
  layout: TripLayout,
  fileSystem: FileSystem,
): Promise<void> {
  const inTrips = trips.flatMap((trip) => layout.folders.map((name) => join(trip, name)))
  const caches = await within(library, [CACHE_FOLDER, NOTES_FOLDER], fileSystem)
  const histories = await findHistories(library, fileSystem)
  const folders = ['.', ...trips, ...(await within(library, inTrips, fileSystem)), ...caches, ...histories]
  for (const folder of folders) await sweepFolder(join(library, folder), fileSystem).catch(() => {})
  for (const folder of caches) await tidyCache(join(library, folder), fileSystem).catch(() => {})
  for (const folder of histories) await tidyHistory(library, basename(folder), fileSystem).catch(() => {})
  for (const trip of trips) await sweepLock(join(library, trip), fileSystem)
  await tightenFolders(library, trips, layout, fileSystem)
}

async function findHistories(library: string, fileSystem: FileSystem): Promise<string[]> {
  const [history] = await within(library, [HISTORY_FOLDER], fileSystem)
  const items = history === undefined ? [] : await fileSystem.readFolder(join(library, history)).catch(() => [])
  return items.filter((item) => item.isDirectory()).map(({ name }) => join(HISTORY_FOLDER, name))
}

/** The folders that are not links to somewhere else, nor inside such a link, where nothing may be removed. */
async function within(library: string, folders: readonly string[], fileSystem: FileSystem): Promise<string[]> {
  const [inside, outside]: [string[], string[]] = [[], []]
  for (const folder of folders) {
    const isOut = outside.some((other) => isInside(folder, other))
    if (isOut || (await leadsOut(library, folder, fileSystem).catch(() => true))) outside.push(folder)
    else inside.push(folder)
  }
  return inside
}
