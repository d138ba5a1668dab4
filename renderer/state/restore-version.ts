import { t } from '../../electron/shared/messages/translate.ts'
import { useApp } from './app-state.ts'
import { createEntryPlaces } from './entry-places.ts'
import { goToVersion } from './go-to-version.ts'
import type { TripSession } from './trip-session.ts'
import { outcomeOf } from './undo-stack.ts'

/** Restores the open trip, or one entry of it, as one step. Resolves to whether it was restored. */
export async function restoreVersion(
  session: TripSession,
  versionId: string,
  entryId: string | null,
  outcome: string,
): Promise<boolean> {
  const { get, undo, walk, nameOf, entryOf, saveAll } = session
  const places = createEntryPlaces(session)
  const { trip } = get()
  if (!trip) return false
  const tripId = trip.id
  // Unsaved text would overwrite what is restored, and would not be in any version.
  const saved = await saveAll('version')
  if (!saved.ok) {
    useApp.getState().showFailure(saved.error)
    return false
  }
  const wasThere = entryId === null || entryOf(entryId) !== undefined
  let undoVersionId = await goToVersion(session, tripId, versionId, entryId)
  if (undoVersionId === null) return false
  const step = {
    label: () =>
      entryId === null ? t('undo.step.restore-version') : t('undo.step.restore-entry', { name: nameOf(entryId) }),
    async back() {
      if (!wasThere && entryId !== null) return outcomeOf((await places.remove(tripId, entryId)) !== null)
      if (undoVersionId === null) return 'refused' as const
      return outcomeOf((await goToVersion(session, tripId, undoVersionId, entryId)) !== null)
    },
    async again() {
      undoVersionId = await goToVersion(session, tripId, versionId, entryId)
      return outcomeOf(undoVersionId !== null)
    },
  }
  undo.push(step)
  useApp.getState().notify(outcome, { label: t('action.undo'), run: () => void walk('undo', step) })
  return true
}
