import type { ConflictCopy } from '../../electron/shared/history.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { noteMerged } from './note-merged.ts'
import { goToVersion, replacementStep } from './go-to-version.ts'
import type { Select } from './history-slice.ts'
import type { StoreAccess, TripSession } from './trip-session.ts'

/** Changes that others have made to the open trip. */
export interface SyncSlice {
  /** When changes by others were last merged into the open trip; `null` if none were. */
  changedElsewhereAt: string | null
  /** Conflict copies that sync programs left beside the trip and that could not be merged automatically. */
  copies: readonly ConflictCopy[]
  /** Reads again which copies the user has to review. */
  readCopies: (tripId: string) => Promise<void>
  /** Notes that the open trip has just been changed by others. */
  noteChangedElsewhere: () => void
  /** Merges a copy of the trip, and shows a notice. Both states are kept as versions. Resolves to whether it was merged. */
  mergeCopy: (name: string) => Promise<boolean>
}

/** No changes by others. */
export const nothingElsewhere: Pick<SyncSlice, 'changedElsewhereAt' | 'copies'> = {
  changedElsewhereAt: null,
  copies: [],
}

export function syncSlice(
  session: TripSession,
  { set }: Pick<StoreAccess<typeof nothingElsewhere>, 'set'>,
  select: Select,
): SyncSlice {
  const { get, undo, walk, isOpen, change } = session
  return {
    ...nothingElsewhere,

    async readCopies(tripId) {
      // Opening the trip has merged the others, which no longer exist.
      const answer = await bridge.call('conflicts.list', { tripId })
      if (answer.ok && isOpen(tripId)) set({ copies: answer.value })
    },

    noteChangedElsewhere: () => set({ changedElsewhereAt: now() }),

    mergeCopy: (name) =>
      undo.during(async () => {
        const tripId = get().trip?.id
        if (tripId === undefined) return false
        const done = await change(tripId, () => bridge.call('conflicts.merge', { tripId, name }))
        if (!done) return false
        set(({ copies }) => ({ copies: copies.filter((copy) => copy.name !== name) }))
        // The copy itself has been moved by then.
        const step = replacementStep(t('undo.step.merge-copy'), done.undoVersionId, (versionId) =>
          goToVersion(session, tripId, versionId, null),
        )
        undo.push(step)
        noteMerged(done, select, { label: t('action.undo'), run: () => void walk('undo', step) })
        return true
      }),
  }
}
