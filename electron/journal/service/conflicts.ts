import { compareConflictCopy } from '../sync/compare-copy.ts'
import { listConflictCopies, mergeConflictCopy } from '../sync/merge-copies.ts'
import type { Context, HandlersOf } from './context.ts'

/** Copies that file synchronisation left beside a trip because two computers had changed it. */
export function conflictHandlers(context: Context): HandlersOf<'conflicts'> {
  return {
    'conflicts.list': ({ tripId }) => listConflictCopies(context.library, tripId),

    'conflicts.compare': ({ tripId, name }) => compareConflictCopy(context.library, tripId, name),

    'conflicts.merge': ({ tripId, name }) => mergeConflictCopy(context.library, tripId, name),
  }
}
