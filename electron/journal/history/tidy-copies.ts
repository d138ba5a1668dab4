import { join } from 'node:path'
import type { FileSystem } from '../disk/file-system.ts'
import { isSame } from '../trip-file/sides.ts'
import { looksLikeConflictCopy } from '../trip-folder/conflict-names.ts'
import { decodeTripApart } from '../trip-file/read-apart.ts'
import { findVersions, historyFolder, readVersion, unpackVersion, versionPath } from './version-files.ts'
import { freeVersionId } from './version-id.ts'

/**
 * Clears up conflict copies in a trip's history: a second version of the same moment becomes a separate version unless
 * the content is equal; derived files are removed.
 *
 * @throws the file system's error
 */
export async function tidyHistory(library: string, tripId: string, fileSystem: FileSystem): Promise<void> {
  const folder = historyFolder(library, tripId)
  const names = (await fileSystem.readFolder(folder)).map(({ name }) => name).filter(looksLikeConflictCopy)
  if (names.length === 0) return
  const versionIds = new Set(await findVersions(library, tripId, fileSystem))
  for (const name of names.toSorted()) {
    // "about.json" is written again with the next version.
    if (name.startsWith('about')) await fileSystem.removeFile(join(folder, name))
    const bytes = name.endsWith('.gz') ? await unpackVersion(join(folder, name), fileSystem).catch(() => null) : null
    const trip = bytes === null ? null : await decodeTripApart(bytes, name)
    if (trip?.ok !== true || trip.value.id !== tripId) continue
    const versionId = freeVersionId(trip.value.updatedAt, new Set())
    const known = await readVersion(library, tripId, versionId, fileSystem)
    if (known.ok && isSame(known.value, trip.value)) {
      await fileSystem.removeFile(join(folder, name))
      continue
    }
    const free = freeVersionId(trip.value.updatedAt, versionIds)
    versionIds.add(free)
    await fileSystem.rename(join(folder, name), versionPath(library, tripId, free))
  }
}

/** Removes the conflict copies in a folder of caches. @throws the file system's error */
export async function tidyCache(folder: string, fileSystem: FileSystem): Promise<void> {
  for (const { name } of await fileSystem.readFolder(folder)) {
    if (looksLikeConflictCopy(name)) await fileSystem.removeFile(join(folder, name))
  }
}
