import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Trip, TripDetails } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { useLibrary } from './library-state.ts'
import { librarySteps } from './library-steps.ts'
import { noteWalked } from './note-walked.ts'
import { loadedTrip } from './trip-status.ts'
import { createUndoStack, type Step } from './undo-stack.ts'

/* Changes in the library. All of them can be undone, except emptying the trash. */

type TripName = Pick<Trip, 'id' | 'title'>

const wordsIn = (trips: readonly TripSummary[] | null) => (trips ?? []).reduce((sum, { words }) => sum + words, 0)

const undo = createUndoStack()

const refresh = () => useLibrary.getState().refresh()

/** Moves a trip to the trash; resolves to its place there, or to `null` if that was refused. */
async function remove(tripId: string): Promise<string | null> {
  // Unsaved text would be missing from what Undo restores.
  await loadedTrip()?.flush()
  const answer = await bridge.call('trips.delete', { tripId })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
  await refresh()
  return answer.ok ? answer.value.trashId : null
}

async function restore(trashId: string): Promise<Trip | null> {
  const answer = await bridge.call('library.restore', { trashId })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
  await Promise.all([refresh(), readTrash()])
  return answer.ok ? answer.value : null
}

const steps = librarySteps({
  remove,
  restore: async (trashId) => (await restore(trashId)) !== null,
  refresh,
  show: (tripId) => useLibrary.setState({ changedTrip: tripId }),
})

/** Takes back the last change in the library, or a given one, or does the last one again. */
export async function walkInLibrary(way: 'undo' | 'redo', step?: Step): Promise<void> {
  const before = wordsIn(useLibrary.getState().trips)
  const walked = await (step === undefined ? undo[way]() : undo.undoStep(step))
  if (walked === null || walked.outcome === 'refused') return
  if (walked.outcome === 'done') walked.step.show?.()
  const lost = Math.max(0, before - wordsIn(useLibrary.getState().trips))
  noteWalked(way, walked, lost, () => void walkInLibrary(way === 'undo' ? 'redo' : 'undo'))
}

/** Moves a trip to the trash, and shows a notice with an Undo. */
export function deleteTrip({ id, title }: TripName): Promise<void> {
  return undo.during(async () => {
    const trashId = await remove(id)
    if (trashId === null) return
    const step = steps.deleted({ id, title }, trashId)
    undo.push(step)
    useApp.getState().notify(t('library.trip-deleted', { title }), {
      label: t('action.undo'),
      run: () => void walkInLibrary('undo', step),
    })
  })
}

/** Restores a trip from the trash; resolves to whether that was done. */
export function restoreTrip(trashId: string): Promise<boolean> {
  return undo.during(async () => {
    const trip = await restore(trashId)
    if (trip !== null) undo.push(steps.appeared(trip, 'restore'))
    return trip !== null
  })
}

export async function readTrash(): Promise<void> {
  const answer = await bridge.call('library.trash', {})
  if (!answer.ok) return useApp.getState().showFailure(answer.error)
  useLibrary.setState({ trash: answer.value.toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt)) })
}

/** Permanently deletes everything in the trash. */
export async function emptyTrash(): Promise<void> {
  const answer = await bridge.call('library.emptyTrash', {})
  if (!answer.ok) useApp.getState().showFailure(answer.error)
  await readTrash()
}

export async function addSample(): Promise<void> {
  const answer = await bridge.call('trips.addSample', {})
  if (answer.ok) for (const trip of answer.value) noteAdded(trip)
  else useApp.getState().showFailure(answer.error)
  await refresh()
}

/** Notes that a trip was created or imported, which can be undone. */
export function noteAdded(trip: TripName): Step {
  const step = steps.appeared(trip, 'add')
  undo.push(step)
  return step
}

/**
 * Notes that a trip which is not open was restored from the backup, which can be undone.
 *
 * @param undoVersionId the version before that; `null` if the trip was not in the library
 */
export function noteRestored(trip: TripName, undoVersionId: string | null): Step {
  const step = undoVersionId === null ? steps.appeared(trip, 'restore') : steps.replaced(trip, undoVersionId)
  undo.push(step)
  return step
}

/** Changes the details of a trip that is not open. */
export async function editDetails(trip: Trip, details: TripDetails): Promise<Result<unknown>> {
  const answer = await bridge.call('trips.save', { tripId: trip.id, changes: details })
  const step = answer.ok ? steps.edited(trip, details) : null
  if (step !== null) undo.push(step)
  await refresh()
  return answer
}
