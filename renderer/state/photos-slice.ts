import type { Photo } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import type { PhotoChanges } from './trip-drafts.ts'
import type { TripSession } from './trip-session.ts'

/** The pictures of the open trip. */
export interface PhotosSlice {
  /** Stores a picture in the trip. Resolves to `null` if it is refused; the reason has then been shown. */
  addPhoto: (name: string, data: Uint8Array<ArrayBuffer>) => Promise<Photo | null>
  editPhoto: (photoId: string, changes: PhotoChanges) => void
}

export function photosSlice({ get, set, queue, draftsOf, changeable, receive }: TripSession): PhotosSlice {
  return {
    async addPhoto(name, data) {
      const tripId = changeable()?.id
      if (tripId === undefined) return null
      const answer = await draftsOf(tripId).inOrder(() => bridge.call('photos.add', { tripId, name, data }))
      if (!answer.ok) {
        useApp.getState().showFailure(answer.error)
        return null
      }
      const { photo, savedAt } = answer.value
      const { trip } = get()
      if (trip?.id === tripId && !trip.photos.some(({ id }) => id === photo.id)) {
        receive({ ...trip, photos: [...trip.photos, photo] })
      }
      queue.noteSaved(savedAt)
      return photo
    },

    editPhoto(photoId, changes) {
      const trip = changeable()
      if (!trip) return
      const photos = trip.photos.map((photo) => (photo.id === photoId ? { ...photo, ...changes } : photo))
      set({ trip: { ...trip, photos } })
      draftsOf(trip.id).photo(photoId).edit(changes)
    },
  }
}
