import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { isInside } from '../disk/is-inside.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import { message } from '../../shared/messages/message.ts'

/** A photo's identifier -> its bytes, or what gets them when their turn comes: all at once may be too much. */
export type PhotoBytes = ReadonlyMap<string, Uint8Array | (() => Promise<Uint8Array>)>

export const PHOTO_FOLDER = 'photos'

/**
 * Writes pictures durably into a trip's folder, before the trip names them: no entry ever points at an absent one.
 *
 * @param trip the trip as it will be, which has a record of each of the pictures
 * @returns the files written, absolute, for {@link removePhotos} where the trip cannot be written after all
 */
export async function keepPhotos(
  tripFolder: string,
  trip: Trip,
  photos: PhotoBytes,
  fileSystem: FileSystem,
): Promise<Result<string[]>> {
  if (photos.size === 0) return ok([])
  const folder = join(tripFolder, PHOTO_FOLDER)
  const written: string[] = []
  try {
    // Not the trip's own: making that anew would bring back one that was moved away.
    await fileSystem.makeFolder(folder)
    for (const [id, bytes] of photos) {
      const data = typeof bytes === 'function' ? await bytes() : bytes
      const photo = trip.photos.find((candidate) => candidate.id === id)
      if (photo === undefined || photo.bytes !== data.byteLength || photo.file.startsWith('.')) {
        await removePhotos(written, fileSystem)
        return fail('internal', 'A picture came without a matching record. Nothing was changed.')
      }
      const path = join(folder, photo.file)
      await writeNewFile(path, () => [data], fileSystem)
      written.push(path)
    }
    await syncFolder(folder, fileSystem)
    await syncFolder(tripFolder, fileSystem)
    return ok(written)
  } catch (error) {
    await removePhotos(written, fileSystem)
    return diskFailure(error, message('attempt.save-picture'))
  }
}

/** Takes back what {@link keepPhotos} wrote. What cannot be removed stays: nothing names it. */
export async function removePhotos(paths: readonly string[], fileSystem: FileSystem): Promise<void> {
  for (const path of paths) await fileSystem.removeFile(path).catch(() => {})
}

/** A picture's bytes, looked up by its identifier. A link that leads out of the trip's `photos` folder is refused. */
export async function readPhotoFile(
  tripFolder: string,
  trip: Trip,
  photoId: string,
  fileSystem: FileSystem,
): Promise<Result<{ photo: Photo; data: Uint8Array }>> {
  const photo = trip.photos.find((candidate) => candidate.id === photoId)
  if (photo === undefined) return fail('photo.missing', 'This picture is not in the trip.')
  try {
    const folder = await fileSystem.realPath(join(tripFolder, PHOTO_FOLDER))
    const path = await fileSystem.realPath(join(folder, photo.file))
    if (path === folder || !isInside(path, folder)) return missing(photo)
    const file = await fileSystem.open(path, 'r')
    try {
      return ok({ photo, data: await file.readFile() })
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return isMissing(error) || errorCode(error) === 'EISDIR'
      ? missing(photo)
      : diskFailure(error, message('attempt.read-picture'))
  }
}

function missing(photo: Photo): { ok: false; error: { code: 'photo.missing'; message: string } } {
  return {
    ok: false,
    error: {
      code: 'photo.missing',
      message: `The file of the picture "${photo.file}" is not in the trip's folder "${PHOTO_FOLDER}". Put it back there to see it again.`,
    },
  }
}
