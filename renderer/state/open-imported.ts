import type { ImportResult } from '../../electron/shared/contract/imports.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { ok, type Result } from '../../electron/shared/result.ts'
import { useApp } from './app-state.ts'
import { noteAdded, walkInLibrary } from './library-changes.ts'
import { useLibrary } from './library-state.ts'
import { useTrip } from './open-trip.ts'

/**
 * Runs an import and opens what it has made, with a notice and an Undo.
 *
 * @param tripId the open trip that gets the entries; `null` for a new trip
 * @param run resolves to a failure, which is not shown here, if nothing was imported
 */
export async function openImported(
  tripId: string | null,
  run: () => Promise<Result<ImportResult>>,
): Promise<Result<null>> {
  if (tripId !== null) return await useTrip.getState().importInto(tripId, run)
  const answer = await run()
  if (!answer.ok) return answer
  const { trip, entryIds, photos } = answer.value
  const step = noteAdded(trip)
  useTrip.getState().show(trip)
  useTrip.getState().noteOrigin({
    label: step.label,
    // The step belongs to the library, which shows what was undone; this trip is no longer there then.
    back: () => leave(trip.id, () => walkInLibrary('undo', step)),
    again: () => Promise.resolve('idle'),
  })
  useApp.getState().goToTrip(trip.id, 'journal')
  // The library counts the words that an Undo would take.
  void useLibrary.getState().refresh()
  useApp.getState().notify(t('import.created', { title: trip.title, entries: entryIds.length, pictures: photos }), {
    label: t('action.undo'),
    run: () => void leave(trip.id, () => walkInLibrary('undo', step)),
  })
  return ok(null)
}

async function leave(tripId: string, undo: () => Promise<void>): Promise<'refused'> {
  const { place, go } = useApp.getState()
  if (place.name === 'trip' && place.tripId === tripId) go({ name: 'library' })
  await undo()
  return 'refused'
}
