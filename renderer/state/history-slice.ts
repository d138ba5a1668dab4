import { t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { createEntryPlaces } from './entry-places.ts'
import type { TripSession } from './trip-session.ts'
import { outcomeOf } from './undo-stack.ts'

/** Opens an entry. */
export type Select = (entryId: string) => void

/** Restoring earlier versions of the open trip, which can be undone. */
export interface HistorySlice {
  /**
   * Restores the trip, or one entry of it, to how it was in a version, and shows a notice with an Undo.
   *
   * @param entryId `null` for the whole trip
   * @param outcome the sentence to show then, such as "The trip is restored to how it was on Tuesday."
   * @returns whether it was restored; if not, the reason has been shown
   */
  restoreVersion: (versionId: string, entryId: string | null, outcome: string) => Promise<boolean>
  /** Restores a deleted entry and opens it. */
  restoreDeleted: (entryId: string) => Promise<boolean>
}

/** Restores a version. Resolves to the version that undoes it, or to `null` if it was refused. */
export async function goToVersion(
  { change }: TripSession,
  tripId: string,
  versionId: string,
  entryId: string | null,
): Promise<string | null> {
  const done = await change(tripId, () => bridge.call('history.restore', { tripId, versionId, entryId }))
  return done?.undoVersionId ?? null
}

export function historySlice(session: TripSession, select: Select): HistorySlice {
  const { get, undo, walk, nameOf, isOpen, entryOf, saveAll } = session

  const places = createEntryPlaces(session)

  return {
    restoreVersion: (versionId, entryId, outcome) =>
      undo.during(async () => {
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
      }),

    restoreDeleted: (entryId) =>
      undo.during(async () => {
        const { trip } = get()
        if (!trip) return false
        const tripId = trip.id
        if (!(await places.putBack(tripId, entryId, null))) return false
        const show = () => {
          if (isOpen(tripId)) select(entryId)
        }
        show()
        const { out, into } = places.between(tripId, entryId, { start: null, show })
        undo.push({ label: () => t('undo.step.restore-entry', { name: nameOf(entryId) }), back: out, again: into })
        return true
      }),
  }
}
