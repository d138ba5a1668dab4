import { fail, ok } from '../../shared/result.ts'
import { addPhoto, savePhoto } from '../edits/save-photo.ts'
import { describePhoto } from '../library/photo-data.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for a trip's pictures, whose bytes are never altered. */
export function photoHandlers(context: Context): HandlersOf<'photos'> {
  return {
    'photos.add': async ({ tripId, name, data }) => {
      const photo = describePhoto(data, name)
      if (!photo.ok) return photo
      const saved = await context.library.update(
        tripId,
        (trip) => addPhoto(trip, photo.value),
        new Map([[photo.value.id, data]]),
      )
      return saved.ok ? ok({ photo: photo.value, savedAt: saved.value.savedAt }) : saved
    },

    'photos.save': async ({ tripId, photoId, changes }) => {
      const saved = await context.library.update(tripId, (trip) => savePhoto(trip, photoId, changes))
      if (!saved.ok) return saved
      const photo = saved.value.trip.photos.find(({ id }) => id === photoId)
      return photo === undefined ? fail('photo.not-in-trip') : ok({ photo, savedAt: saved.value.savedAt })
    },
  }
}
