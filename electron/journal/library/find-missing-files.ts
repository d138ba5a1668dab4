import { join } from 'node:path'
import type { Photo } from '../../shared/trip.ts'
import { isMissing } from '../disk/file-system.ts'
import type { Library } from './library.ts'
import { PHOTO_FOLDER } from '../trip-folder/photos.ts'

/** Finds the photos of a trip whose files are missing from its folder. Does not read the files. */
export async function findMissingFiles(library: Library, tripId: string, photos: readonly Photo[]): Promise<Photo[]> {
  const place = photos.length === 0 ? null : await library.placeOf(tripId)
  if (place === null || !place.ok) return []
  const folder = join(place.value, PHOTO_FOLDER)
  const missing: Photo[] = []
  for (const photo of photos) {
    try {
      await library.disk.stat(join(folder, photo.file))
    } catch (error) {
      // Other errors, such as a disk that does not respond, do not mean that the file is missing.
      if (isMissing(error)) missing.push(photo)
    }
  }
  return missing
}
