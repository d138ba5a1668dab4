import { assertNever, fail, type Failure, type Result } from '../../shared/result.ts'
import type { StopReason } from './open-worker.ts'

/** The failure when a thread that was reading an import ended. Nothing has been written by then. */
export function importStopped(reason: StopReason): Result<never> {
  switch (reason) {
    case 'too-slow':
      return fail('import.too-slow')
    case 'too-much-memory':
      return fail('import.too-much-memory')
    case 'closed':
      return fail('import.stopped')
    default:
      return assertNever(reason)
  }
}

/** The failure of an import that the user cancelled. By then, nothing may be left of it. */
export function importCancelled(): { ok: false; error: Failure } {
  return fail('cancelled.import')
}
