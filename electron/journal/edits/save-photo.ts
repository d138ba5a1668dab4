import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { defined } from './defined.ts'

export type PhotoChanges = Partial<Pick<Photo, 'caption' | 'alt' | 'credit'>>

/** Adds the record of a picture whose file is about to be written. */
export function addPhoto(trip: Trip, photo: Photo): Result<Trip> {
  return ok({ ...trip, photos: [...trip.photos, photo] })
}

/** Changes the details of a picture, never the picture itself. */
export function savePhoto(trip: Trip, photoId: string, changes: PhotoChanges): Result<Trip> {
  if (!trip.photos.some((photo) => photo.id === photoId)) return fail('photo.not-in-trip')
  return ok({
    ...trip,
    photos: trip.photos.map((photo) => (photo.id === photoId ? { ...photo, ...defined(changes) } : photo)),
  })
}
