import type { ImportResult } from '../../electron/shared/contract/imports.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { ok, type Result } from '../../electron/shared/result.ts'
import { useApp } from './app-state.ts'
import { goToVersion } from './history-slice.ts'
import type { TripSession } from './trip-session.ts'
import { outcomeOf, type Step } from './undo-stack.ts'

/** Imports into the open trip, and trips that were just imported. */
export interface ImportSlice {
  /**
   * Runs an import that adds entries to a trip, as one step that can be undone, and shows a notice. Failures are
   * returned and not shown.
   */
  importInto: (tripId: string, run: () => Promise<Result<ImportResult>>) => Promise<Result<null>>
  /** Remembers how the open trip came to be, as the first step that can be undone. */
  noteOrigin: (step: Step) => void
}

export function importSlice(session: TripSession): ImportSlice {
  const { undo, walk, draftsOf, isOpen, queue, receive } = session
  return {
    importInto: (tripId, run) =>
      undo.during(async () => {
        const answer = await draftsOf(tripId).inOrder(run)
        if (!answer.ok) return answer
        const { trip, savedAt, entries, photos, undoVersionId } = answer.value
        receive(trip)
        queue.noteSaved(savedAt)
        if (!isOpen(tripId)) return ok(null)
        let versionId = undoVersionId
        const swap = async () => {
          if (versionId !== null) versionId = await goToVersion(session, tripId, versionId, null)
          return outcomeOf(versionId !== null)
        }
        // Undo and redo switch between two versions: an import changes entries, pictures and the report together.
        const step = { label: () => t('undo.step.import', { count: entries }), back: swap, again: swap }
        undo.push(step)
        useApp.getState().notify(t('import.added', { title: trip.title, entries, pictures: photos }), {
          label: t('action.undo'),
          run: () => void walk('undo', step),
        })
        return ok(null)
      }),

    noteOrigin: (step) => undo.push(step),
  }
}
