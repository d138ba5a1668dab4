import type { Handlers } from '../../shared/contract/index.ts'
import { compareConflictCopy } from '../sync/compare-copy.ts'
import { listConflictCopies, mergeConflictCopy } from '../sync/merge-copies.ts'
import type { Context } from './context.ts'

/** What programs for shared folders left beside a trip, because two computers had changed it. */
export function conflictHandlers(
  context: Context,
): Pick<Handlers, 'conflicts.list' | 'conflicts.compare' | 'conflicts.merge'> {
  return {
    'conflicts.list': ({ tripId }) => listConflictCopies(context.library, tripId),

    'conflicts.compare': ({ tripId, name }) => compareConflictCopy(context.library, tripId, name),

    'conflicts.merge': ({ tripId, name }) => mergeConflictCopy(context.library, tripId, name),
  }
}
