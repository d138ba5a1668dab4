import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { readPhotoFile } from './photo-files.ts'

/**
 * Reads a picture and makes sure that it is the one that was added, to the last bit.
 *
 * @param tripFolder absolute
 */
export async function readGoodPhoto(
  tripFolder: string,
  trip: Trip,
  photo: Photo,
  fileSystem: FileSystem,
): Promise<Result<Uint8Array>> {
  const read = await readPhotoFile(tripFolder, trip, photo.id, fileSystem)
  if (!read.ok) return read
  const { data } = read.value
  if (data.byteLength === photo.bytes && (await sha256Of(data)) === photo.sha256) return ok(data)
  return fail(
    'photo.missing',
    `The picture "${photo.file}" is no longer what it was when it was added: it was changed, or the disk lost part of it.`,
  )
}

/** In hexadecimal digits; worked out in a thread of its own, so that nobody waits for a large picture. */
async function sha256Of(data: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', data.slice())).toString('hex')
}
