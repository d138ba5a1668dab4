import { t } from '../../electron/shared/messages/translate.ts'
import { type ToastAction, useApp } from './app-state.ts'
import { createEntryPlaces } from './entry-places.ts'
import { goToVersion, replacementStep } from './go-to-version.ts'
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
  /**
   * Remembers that something else has replaced the open trip as a whole, as a step that can be undone.
   *
   * @param undoVersionId the version before that
   * @param what what was done, in words
   * @returns the Undo for a notice
   */
  noteReplaced: (undoVersionId: string, what: string) => ToastAction
  /** Restores a deleted entry and opens it. */
  restoreDeleted: (entryId: string) => Promise<boolean>
}

export function historySlice(session: TripSession, select: Select): HistorySlice {
  const { get, undo, walk, nameOf, isOpen, saveAll } = session

  const places = createEntryPlaces(session)

  return {
    restoreVersion: (versionId, entryId, outcome) =>
      undo.during(async () => {
        const history = await import('./restore-version.ts')
        return await history.restoreVersion(session, versionId, entryId, outcome)
      }),

    noteReplaced(undoVersionId, what) {
      const tripId = get().trip?.id ?? ''
      const step = replacementStep(what, undoVersionId, async (versionId) => {
        // Unsaved text would overwrite what is restored, and would not be in any version.
        const saved = await saveAll('version')
        if (!saved.ok) useApp.getState().showFailure(saved.error)
        return saved.ok ? await goToVersion(session, tripId, versionId, null) : null
      })
      undo.push(step)
      return { label: t('action.undo'), run: () => void walk('undo', step) }
    },

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
