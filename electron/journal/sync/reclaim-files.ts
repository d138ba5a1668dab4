import { join } from 'node:path'
import type { Trip } from '../../shared/trip.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import type { Library } from '../library/library.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { TRASH_FOLDER } from '../trip-folder/library-folders.ts'
import { pathIn, readGoodFile } from '../trip-folder/trip-files.ts'
import type { PartFile } from '../trip-folder/trip-part.ts'

/**
 * Copies files that a trip refers to and that its folder lacks from other folders of the library. If a trip is deleted,
 * or its folder renamed, on one computer while it is edited on another, a sync program separates them: the trip file
 * stays, and the pictures move with the folder. Never fails: what is not available now is searched for again next time.
 *
 * @param folder the name of the trip's folder in the library
 */
export async function reclaimFiles(library: Library, folder: string, trip: Trip): Promise<void> {
  const { disk, layout } = library
  const tripFolder = join(library.folder, folder)
  try {
    const missing = await findMissing(tripFolder, trip, layout, disk)
    if (missing.length === 0) return
    const places = (await allFolders(library.folder, disk)).filter((place) => place !== tripFolder)
    const reclaimed = new Set<string>()
    for (const file of missing) {
      const data = await findGood(places, file, disk)
      if (data === null) continue
      if (file.folder !== '') await makeInnerFolder(tripFolder, file.folder, disk)
      await writeNewFile(pathIn(tripFolder, file), () => [data], disk)
      reclaimed.add(file.folder)
    }
    for (const name of reclaimed) await syncFolder(join(tripFolder, name), disk)
  } catch {
    // The trip opens without them and reports which are missing.
  }
}

/** Only files that never change: for any other file, it is unknown whether the one in another folder is up to date. */
async function findMissing(tripFolder: string, trip: Trip, layout: TripLayout, disk: FileSystem): Promise<PartFile[]> {
  const missing: PartFile[] = []
  for (const part of layout.parts) {
    if (part.revisions !== null) continue
    const files = part.files(trip).filter(({ name }) => !name.startsWith('.'))
    if (files.length === 0) continue
    const present = new Set(await namesIn(join(tripFolder, part.isFolder ? part.name : ''), disk))
    missing.push(...files.filter(({ name }) => !present.has(name)))
  }
  return missing
}

/** @throws the file system's error, unless the folder is missing */
async function namesIn(folder: string, disk: FileSystem): Promise<string[]> {
  try {
    return (await disk.readFolder(folder)).map(({ name }) => name)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** The folders of all trips, including those in the trash. */
async function allFolders(library: string, disk: FileSystem): Promise<string[]> {
  const inTrash = await disk.readFolder(join(library, TRASH_FOLDER)).catch(() => [])
  const inLibrary = await disk.readFolder(library)
  return [
    ...inTrash.map(({ name }) => join(library, TRASH_FOLDER, name)),
    ...inLibrary.filter(({ name }) => !name.startsWith('.')).map(({ name }) => join(library, name)),
  ]
}

/** The name of a picture is never reused, and the check confirms that it is the right one. */
async function findGood(places: readonly string[], file: PartFile, disk: FileSystem): Promise<Uint8Array | null> {
  for (const place of places) {
    const found = await readGoodFile(place, file, disk)
    if (found.ok && found.value !== null) return found.value
  }
  return null
}
