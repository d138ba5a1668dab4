import { assertNever, fail, type Failure, type Result } from '../../shared/result.ts'
import type { StopReason } from './open-worker.ts'

/** The failure when a thread that was reading an import ended. Nothing has been written by then. */
export function importStopped(reason: StopReason): Result<never> {
  switch (reason) {
    case 'too-slow':
      return fail(
        'import.stopped',
        'Reading this took too long. Nothing was imported, and your trips are untouched. The file may be damaged, or made to keep programs busy.',
      )
    case 'too-much-memory':
      return fail(
        'import.stopped',
        'Reading this takes too much memory. Nothing was imported, and your trips are untouched. Split it, or leave some of it out.',
      )
    case 'closed':
      return fail('import.stopped', 'The import was stopped. Nothing was imported, and your trips are untouched.')
    default:
      return assertNever(reason)
  }
}

/** The failure of an import that the user cancelled. By then, nothing may be left of it. */
export function importCancelled(): { ok: false; error: Failure } {
  return fail('import.cancelled', 'The import was cancelled. Nothing was imported, and your trips are untouched.')
}
