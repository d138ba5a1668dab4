import type { EventData } from '../../electron/shared/contract/index.ts'
import { useApp } from './app-state.ts'
import { useLibrary } from './library-state.ts'
import { noteMerged } from './note-merged.ts'
import { useTrip } from './open-trip.ts'

/** Says what was merged into a trip, and goes to the other version of what is in it twice. */
export function noteMergedTrip({ tripId, conflicts }: EventData<'trip.merged'>): void {
  noteMerged({ conflicts }, (entryId) => {
    useApp.getState().goToTrip(tripId, 'journal')
    if (useTrip.getState().trip?.id === tripId) useTrip.getState().selectEntry(entryId)
  })
}

/**
 * Takes over what somebody else has made of a trip. What is typed here and not saved yet stays laid over it, and is
 * merged with it by the save.
 */
export async function noteChangedTrip(tripId: string): Promise<void> {
  if (useApp.getState().place.name === 'library') void useLibrary.getState().refresh()
  if (useTrip.getState().trip?.id !== tripId) return
  await useTrip.getState().open(tripId)
  if (useTrip.getState().trip?.id === tripId) useTrip.getState().noteChangedElsewhere()
}
