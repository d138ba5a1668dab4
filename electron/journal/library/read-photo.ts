import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { photoFile } from '../trip-folder/photos.ts'
import { readTripPart } from '../trip-folder/trip-files.ts'
import type { TripStore } from './trip-store.ts'

/** Reads a picture of a trip. Only what the trip names is read. @param folder the trip's, as an absolute path */
export async function readPhoto(
  store: TripStore,
  folder: string,
  photoId: string,
  disk: FileSystem,
): Promise<Result<{ photo: Photo; data: Uint8Array }>> {
  const trip = await store.read()
  if (!trip.ok) return trip
  const photo = trip.value.photos.find(({ id }) => id === photoId)
  if (photo === undefined) return fail('photo.not-in-trip')
  const data = await readTripPart(folder, photoFile(photo), disk)
  return data.ok ? ok({ photo, data: data.value }) : data
}
