import { t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import type { TripSession } from './trip-session.ts'

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
  const { get, undo, draftsOf, isOpen, entryOf, change, saveAll } = session

  async function removeAgain(tripId: string, entryId: string): Promise<boolean> {
    if (!(await draftsOf(tripId).flushEntry(entryId))) return false
    return (await change(tripId, () => bridge.call('entries.delete', { tripId, entryId }))) !== null
  }

  return {
    async restoreVersion(versionId, entryId, outcome) {
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
        label: entryId === null ? t('undo.step.restore-trip') : t('undo.step.restore-entry'),
        async back() {
          if (!wasThere && entryId !== null) return removeAgain(tripId, entryId)
          return undoVersionId !== null && (await goToVersion(session, tripId, undoVersionId, entryId)) !== null
        },
        async again() {
          undoVersionId = await goToVersion(session, tripId, versionId, entryId)
          return undoVersionId !== null
        },
      }
      undo.push(step)
      useApp.getState().notify(outcome, { label: t('action.undo'), run: () => void undo.undoStep(step) })
      return true
    },

    async restoreDeleted(entryId) {
      const { trip } = get()
      if (!trip) return false
      const tripId = trip.id
      const putBack = async () =>
        (await change(tripId, () => bridge.call('entries.restore', { tripId, entryId }))) !== null
      if (!(await putBack())) return false
      if (isOpen(tripId)) select(entryId)
      undo.push({ label: t('undo.step.restore-entry'), back: () => removeAgain(tripId, entryId), again: putBack })
      return true
    },
  }
}
