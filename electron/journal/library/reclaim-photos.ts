import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Photo, Trip } from '../../shared/trip.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import { PHOTO_FOLDER } from './photo-files.ts'
import { TRASH_FOLDER } from '../trip-folder/library-folders.ts'

/**
 * Gets pictures that a trip names and that are not in its folder from other folders of the library. A program for shared
 * folders leaves a trip without them where it was deleted, or its folder was renamed, on one computer and written on
 * another: the file of the trip stays, and the pictures go with the folder.
 *
 * @param folder the trip's, by its name in the library
 * @returns how many have come back. What cannot be had now is looked for again the next time
 */
export async function reclaimPhotos(
  library: string,
  folder: string,
  trip: Trip,
  fileSystem: FileSystem,
): Promise<number> {
  let reclaimed = 0
  try {
    const missing = await findMissing(join(library, folder, PHOTO_FOLDER), trip, fileSystem)
    if (missing.length === 0) return 0
    const places = (await otherFolders(library, fileSystem)).filter((place) => place !== join(library, folder))
    for (const photo of missing) {
      const data = await findPhoto(places, photo, fileSystem)
      if (data === null) continue
      await fileSystem.makeFolder(join(library, folder, PHOTO_FOLDER))
      await writeNewFile(join(library, folder, PHOTO_FOLDER, photo.file), () => [data], fileSystem)
      reclaimed++
    }
    if (reclaimed > 0) await syncFolder(join(library, folder, PHOTO_FOLDER), fileSystem)
  } catch {
    // The trip opens without them, and says which are missing.
  }
  return reclaimed
}

async function findMissing(folder: string, trip: Trip, fileSystem: FileSystem): Promise<Photo[]> {
  if (trip.photos.length === 0) return []
  const there = new Set<string>()
  try {
    for (const { name } of await fileSystem.readFolder(folder)) there.add(name)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  return trip.photos.filter(({ file }) => !there.has(file) && !file.startsWith('.'))
}

/** The folders of all trips, of those in the trash as well. */
async function otherFolders(library: string, fileSystem: FileSystem): Promise<string[]> {
  const inTrash = await fileSystem.readFolder(join(library, TRASH_FOLDER)).catch(() => [])
  const inLibrary = await fileSystem.readFolder(library)
  return [
    ...inTrash.map(({ name }) => join(library, TRASH_FOLDER, name)),
    ...inLibrary.filter(({ name }) => !name.startsWith('.')).map(({ name }) => join(library, name)),
  ]
}

/** Names of pictures are never given twice, and the hash says whether it is the one. */
async function findPhoto(
  places: readonly string[],
  { file, sha256 }: Photo,
  fileSystem: FileSystem,
): Promise<Uint8Array | null> {
  for (const place of places) {
    const data = await readWhole(join(place, PHOTO_FOLDER, file), fileSystem).catch(() => null)
    if (data !== null && createHash('sha256').update(data).digest('hex') === sha256) return data
  }
  return null
}

async function readWhole(path: string, fileSystem: FileSystem): Promise<Uint8Array> {
  const opened = await fileSystem.open(path, 'r')
  try {
    return await opened.readFile()
  } finally {
    await opened.close().catch(() => {})
  }
}
