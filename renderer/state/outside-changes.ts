import type { EventData } from '../../electron/shared/contract/index.ts'
import { useApp } from './app-state.ts'
import { useLibrary } from './library-state.ts'
import { noteMerged } from './note-merged.ts'
import { useTrip } from './open-trip.ts'

/** Shows what was merged into a trip, and offers to open the other version of a conflict. */
export function noteMergedTrip({ tripId, conflicts }: EventData<'trip.merged'>): void {
  noteMerged({ conflicts }, (entryId) => {
    useApp.getState().goToTrip(tripId, 'journal')
    if (useTrip.getState().trip?.id === tripId) useTrip.getState().selectEntry(entryId)
  })
}

/**
 * Applies changes that somebody else made to a trip. Unsaved text from here stays on top of them, and is merged with
 * them when it is saved.
 */
export async function noteChangedTrip(tripId: string): Promise<void> {
  if (useApp.getState().place.name === 'library') void useLibrary.getState().refresh()
  if (useTrip.getState().trip?.id !== tripId) return
  await useTrip.getState().open(tripId)
  if (useTrip.getState().trip?.id === tripId) useTrip.getState().noteChangedElsewhere()
}
