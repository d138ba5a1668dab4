import type { Photo } from '../../shared/trip.ts'
import type { Library } from './library.ts'
import { photoFile } from '../trip-folder/photos.ts'
import { findTripFile } from '../trip-folder/trip-files.ts'

/** Finds the photos of a trip whose files are missing from its folder. Does not read the files. */
export async function findMissingFiles(library: Library, tripId: string, photos: readonly Photo[]): Promise<Photo[]> {
  const place = photos.length === 0 ? null : await library.placeOf(tripId)
  if (place === null || !place.ok) return []
  const missing: Photo[] = []
  for (const photo of photos) {
    try {
      if ((await findTripFile(place.value, photoFile(photo), library.disk)) === null) missing.push(photo)
    } catch {
      // Errors, such as a disk that does not respond, do not mean that the file is missing.
    }
  }
  return missing
}
