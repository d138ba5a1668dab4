import type { ImportResult } from '../../electron/shared/contract/imports.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

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
  return {
    async importInto(tripId, run) {
      const imports = await import('./import-into.ts')
      return await imports.importInto(session, tripId, run)
    },
    noteOrigin: (step) => session.undo.push(step),
  }
}
