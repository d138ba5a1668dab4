import { join } from 'node:path'
import type { Photo } from '../../shared/trip.ts'
import { isMissing } from '../disk/file-system.ts'
import type { Library } from './library.ts'
import { PHOTO_FOLDER } from '../trip-folder/photos.ts'

/** Of a trip's photos, those whose files are not in its folder. Looks for the files and reads none of them. */
export async function findMissingFiles(library: Library, tripId: string, photos: readonly Photo[]): Promise<Photo[]> {
  const place = photos.length === 0 ? null : await library.placeOf(tripId)
  if (place === null || !place.ok) return []
  const folder = join(place.value, PHOTO_FOLDER)
  const missing: Photo[] = []
  for (const photo of photos) {
    try {
      await library.disk.stat(join(folder, photo.file))
    } catch (error) {
      // A disk that does not answer says nothing about what is on it.
      if (isMissing(error)) missing.push(photo)
    }
  }
  return missing
}
