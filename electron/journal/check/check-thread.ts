import type { CheckRemark } from '../../shared/check/remark.ts'
import { fail, type Result } from '../../shared/result.ts'
import { keepWorker } from '../worker/keep-worker.ts'
import type { StopReason } from '../worker/open-worker.ts'
import type { CheckedTrip } from './known-names.ts'

/** The tasks of the thread that checks trips. */
export interface CheckTasks {
  'check.trip': { input: CheckedTrip; output: Result<CheckRemark[]> }
}

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/** Checking reports no progress, so this is for all of it, in milliseconds. */
const DEADLINE_MS = 30_000

const thread = keepWorker<CheckTasks>({
  entry: new URL('./check-worker.ts', here),
  onStop: checkStopped,
  deadline: DEADLINE_MS,
})

/** Compares a trip with what is known, in a thread of its own: a long trip and a large programme take a second. */
export function checkInThread(checked: CheckedTrip): Promise<Result<CheckRemark[]>> {
  return thread.run('check.trip', checked)
}

function checkStopped(reason: StopReason): Result<never> {
  switch (reason) {
    case 'too-slow':
      return fail('check.too-slow')
    case 'too-much-memory':
      return fail('check.too-much-memory')
    case 'closed':
      return fail('check.stopped')
    default:
      return reason satisfies never
  }
}
