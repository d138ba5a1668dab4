import { t } from '../../electron/shared/messages/translate.ts'
import type { Photo } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { changesNothing, fieldStep, pickFields } from './field-step.ts'
import type { PhotoChanges } from './trip-drafts.ts'
import type { TripSession } from './trip-session.ts'

/** The pictures of the open trip. */
export interface PhotosSlice {
  /** Stores a picture in the trip. Resolves to `null` if it is refused; the reason has then been shown. */
  addPhoto: (name: string, data: Uint8Array<ArrayBuffer>) => Promise<Photo | null>
  editPhoto: (photoId: string, changes: PhotoChanges) => void
}

export function photosSlice({
  get,
  set,
  undo,
  queue,
  draftsOf,
  isOpen,
  changeable,
  receive,
}: TripSession): PhotosSlice {
  /** Changes the details of a picture without a step. */
  function apply(photoId: string, changes: PhotoChanges): void {
    const trip = changeable()
    if (!trip) return
    const photos = trip.photos.map((photo) => (photo.id === photoId ? { ...photo, ...changes } : photo))
    set({ trip: { ...trip, photos } })
    draftsOf(trip.id).photo(photoId).edit(changes)
  }

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
      const photo = trip?.photos.find(({ id }) => id === photoId)
      if (!trip || !photo) return
      apply(photoId, changes)
      const place = `photo ${photoId} ${Object.keys(changes).join(' ')}`
      if (undo.grow(place, changes) || changesNothing<PhotoChanges>(photo, changes)) return
      const step = fieldStep<PhotoChanges>({
        before: pickFields<PhotoChanges>(photo, changes),
        after: changes,
        place,
        label: () => t('undo.step.photo'),
        now() {
          const current = isOpen(trip.id) ? get().trip?.photos.find(({ id }) => id === photoId) : undefined
          return current ? pickFields<PhotoChanges>(current, changes) : null
        },
        apply: (back) => apply(photoId, back),
      })
      undo.push(step)
    },
  }
}
