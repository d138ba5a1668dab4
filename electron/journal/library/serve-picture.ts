import { pictureType } from '../../shared/pictures.ts'
import { idSchema } from '../../shared/trip.ts'
import type { Library } from './library.ts'

/** A picture as a shell serves it to the page: its bytes, and headers under which it can be nothing but a picture. */
export interface ServedPicture {
  data: Uint8Array
  headers: Record<string, string>
}

/**
 * Looks a picture up for the page. Both names come out of an address, so only identifiers are let in: what is served is
 * what the trip's record names, and never a path. What a file is, its first bytes say.
 *
 * @returns `null` where there is no such picture, or where its bytes are none
 */
export async function servePicture(library: Library, tripId: string, photoId: string): Promise<ServedPicture | null> {
  if (!idSchema.safeParse(tripId).success || !idSchema.safeParse(photoId).success) return null
  const found = await library.readPhoto(tripId, photoId)
  const mediaType = found.ok ? pictureType(found.value.data) : null
  if (!found.ok || mediaType === null) return null
  return {
    data: found.value.data,
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(found.value.data.byteLength),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': `default-src 'none'; sandbox`,
    },
  }
}
