import { isWebPicture, pictureType } from '../../shared/pictures.ts'
import { idSchema } from '../../shared/trip.ts'
import type { Library } from './library.ts'
import { showPicture } from './shown-pictures.ts'

/**
 * A picture that a shell serves to the page: its bytes, and headers that prevent it from being interpreted as anything
 * else.
 */
export interface ServedPicture {
  data: Uint8Array
  headers: Record<string, string>
}

/**
 * Finds a picture for the page. Both ids come from an address, so only identifiers are accepted: only files that the
 * trip's record names are served, never a path. The type of a file is determined from its first bytes. A picture that no
 * browser shows is served as a converted copy.
 *
 * @returns `null` if there is no such picture, or if its bytes are not a picture. `missing` if the trip has it, but its
 * file is not there: shells answer that without an error, which Chromium would report on each card with such a cover
 */
export async function servePicture(
  library: Library,
  tripId: string,
  photoId: string,
): Promise<ServedPicture | 'missing' | null> {
  if (!idSchema.safeParse(tripId).success || !idSchema.safeParse(photoId).success) return null
  const found = await library.readPhoto(tripId, photoId)
  if (!found.ok) return found.error.code === 'photo.missing' ? 'missing' : null
  const original = pictureType(found.value.data)
  if (original === null) return null
  const data = isWebPicture(original) ? found.value.data : await showPicture(library.folder, tripId, found.value)
  const mediaType = data && pictureType(data)
  if (data === null || mediaType === null) return null
  return {
    data,
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(data.byteLength),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
    },
  }
}
