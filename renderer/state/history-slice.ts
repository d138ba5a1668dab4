import { t } from '../../electron/shared/messages/translate.ts'
import { createEntryPlaces } from './entry-places.ts'
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

export function historySlice(session: TripSession, select: Select): HistorySlice {
  const { get, undo, nameOf, isOpen } = session

  const places = createEntryPlaces(session)

  return {
    restoreVersion: (versionId, entryId, outcome) =>
      undo.during(async () => {
        const history = await import('./restore-version.ts')
        return await history.restoreVersion(session, versionId, entryId, outcome)
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
