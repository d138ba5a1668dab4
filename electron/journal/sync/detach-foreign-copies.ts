import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Library } from '../library/library.ts'
import { PHOTO_FOLDER, type PhotoBytes, readPhotoFile } from '../library/photo-files.ts'
import { decodeConflictCopy, findConflictCopies, putAwayConflictCopy } from './conflict-copies.ts'
import { mergeState } from './merge-copies.ts'
import { message } from '../../shared/messages/message.ts'

/**
 * Looks beside all trips for others that are in no list; see {@link detachForeignCopies}.
 *
 * @param folders the names of the trips' folders
 * @returns whether there were any
 */
export async function detachAllForeignCopies(library: Library, folders: Iterable<string>): Promise<boolean> {
  let isDetached = false
  for (const folder of folders) {
    const copies = await findConflictCopies(join(library.folder, folder), library.disk).catch(() => [])
    const owner = copies.length === 0 ? null : await library.snapshot(folder)
    if (owner?.ok !== true) continue
    const detached = await detachForeignCopies(library, folder, owner.value.trip)
    isDetached ||= detached.ok && detached.value.length > 0
  }
  return isDetached
}

/**
 * Gives each trip that is beside another one, as a conflict copy, a folder of its own. Two computers that were apart have
 * made a trip each, and both folders got the same name: the program for shared folders takes that for one trip in two
 * versions, and without this one of the two would be in no list.
 *
 * @param folder the name of a trip's folder in the library
 * @param owner the trip that the folder is of
 * @returns the identifiers of the trips that are in the library now, and were not
 */
export async function detachForeignCopies(library: Library, folder: string, owner: Trip): Promise<Result<string[]>> {
  const place = join(library.folder, folder)
  const detached: string[] = []
  try {
    for (const name of await findConflictCopies(place, library.disk)) {
      const foreign = await decodeConflictCopy(place, name, library.disk)
      if (!foreign.ok || foreign.value.id === owner.id) continue
      const found = await library.folders()
      if (!found.ok) return found
      const isNew = !found.value.has(foreign.value.id)
      const kept = isNew ? await giveFolder(library, folder, foreign.value) : await mergeInto(library, foreign.value)
      if (!kept.ok) return kept
      const away = await putAwayConflictCopy(library.folder, place, name, foreign.value.id, library.disk)
      if (!away.ok && away.error.code !== 'conflict.missing') return away
      if (!isNew) continue
      detached.push(foreign.value.id)
      await removeDetachedPhotos(library, place, foreign.value, owner)
    }
    return ok(detached)
  } catch (error) {
    return diskFailure(error, message('attempt.find-copies'))
  }
}

async function giveFolder(library: Library, folder: string, foreign: Trip): Promise<Result<unknown>> {
  const photos: PhotoBytes = new Map(await readPhotos(library, folder, foreign))
  // The same name on both computers, which do this at the same time.
  return await library.create(foreign, photos, `${folder}-${foreign.id.slice(0, 4)}`)
}

/** The other computer was faster, and its folder has come here already. */
async function mergeInto(library: Library, foreign: Trip): Promise<Result<unknown>> {
  const there = await library.open(foreign.id)
  if (!there.ok) return there
  return await mergeState(library, there.value, foreign)
}

async function readPhotos(library: Library, folder: string, foreign: Trip): Promise<[string, Uint8Array][]> {
  const photos: [string, Uint8Array][] = []
  for (const { id, bytes } of foreign.photos) {
    const read = await readPhotoFile(join(library.folder, folder), foreign, id, library.disk)
    // One that has not arrived yet comes with the folder that the other computer makes.
    if (read.ok && read.value.data.byteLength === bytes) photos.push([id, read.value.data])
  }
  return photos
}

/** They are in the folder of their own trip now. What cannot be removed stays: nothing names it. */
async function removeDetachedPhotos(library: Library, place: string, foreign: Trip, owner: Trip): Promise<void> {
  const named = new Set(owner.photos.map(({ file }) => file))
  for (const { file } of foreign.photos) {
    if (!named.has(file)) await library.disk.removeFile(join(place, PHOTO_FOLDER, file)).catch(() => {})
  }
}
