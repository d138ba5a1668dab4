import type { Handlers } from '../../shared/contract.ts'
import { ok } from '../../shared/result.ts'
import { listConflictCopies, mergeConflictCopy } from '../merge/merge-copies.ts'
import type { Context } from './context.ts'

/** What programs for shared folders left beside a trip, because two computers had changed it. */
export function conflictHandlers(context: Context): Pick<Handlers, 'conflicts.list' | 'conflicts.merge'> {
  return {
    'conflicts.list': ({ tripId }) => listConflictCopies(context.library, tripId),

    'conflicts.merge': async ({ tripId, name }) => {
      const merged = await mergeConflictCopy(context.library, tripId, name)
      return merged.ok ? ok(merged.value) : merged
    },
  }
}
