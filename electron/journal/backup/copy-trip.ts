import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'
import type { Snapshot } from '../library/library.ts'
import { PHOTO_FOLDER } from '../library/photo-files.ts'
import { TRIP_FILE } from '../library/trip-file.ts'

export interface CopiedTrip {
  /** How many pictures came to it. */
  photos: number
  /** A sentence for each picture that could not be copied as the trip knows it. What else there is was copied. */
  remarks: string[]
}

/**
 * Copies a trip durably: first the pictures that are not there yet, then the file that names them. Whatever happens, the
 * copy is the old or the new state.
 *
 * @param source the trip's folder, absolute
 * @param target the copy's, absolute; made where it is not there
 * @param fileSystem reads and writes; the two folders may be on different disks
 */
export async function copyTrip(
  source: string,
  { trip, bytes }: Pick<Snapshot, 'trip' | 'bytes'>,
  target: string,
  fileSystem: FileSystem,
): Promise<Result<CopiedTrip>> {
  const copied: CopiedTrip = { photos: 0, remarks: [] }
  try {
    await fileSystem.makeFolder(trip.photos.length > 0 ? join(target, PHOTO_FOLDER) : target)
    for (const photo of trip.photos) {
      const to = join(target, PHOTO_FOLDER, photo.file)
      if ((await sizeOf(to, fileSystem)) === photo.bytes) continue
      const data = await readPhoto(join(source, PHOTO_FOLDER, photo.file), photo, fileSystem)
      if (!data.ok) {
        copied.remarks.push(data.error.message)
        continue
      }
      await writeDurably(to, data.value, fileSystem)
      copied.photos++
    }
    await writeDurably(join(target, TRIP_FILE), bytes, fileSystem)
    return ok(copied)
  } catch (error) {
    return diskFailure(error, `copy "${trip.title}" to the backup`)
  }
}

/** A picture that is not what it was is not copied over: the copy may be the last good one. */
async function readPhoto(path: string, photo: Photo, fileSystem: FileSystem): Promise<Result<Uint8Array>> {
  try {
    const file = await fileSystem.open(path, 'r')
    try {
      const data = await file.readFile()
      if (createHash('sha256').update(data).digest('hex') === photo.sha256) return ok(data)
      return fail('photo.missing', `The picture "${photo.file}" is no longer what it was when it was added.`)
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return diskFailure(error, `read the picture "${photo.file}"`)
  }
}

/** @returns `null`: it is not there. @throws the file system's error */
async function sizeOf(path: string, fileSystem: FileSystem): Promise<number | null> {
  try {
    return Number((await fileSystem.stat(path)).size)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
