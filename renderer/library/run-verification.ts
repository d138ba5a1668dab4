import type { EventData } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Verification } from '../../electron/shared/verification.ts'
import { bridge } from '../bridge/bridge.ts'

export type VerificationProgress = EventData<'verify.progress'>
/** What is read. */
export type Verified = 'library' | 'backup'

export interface RunningVerification {
  /** Settles when every file was read, or somebody has had enough. */
  outcome: Promise<Result<Verification>>
  cancel: () => void
}

/** Has every file read, of the library or of its backup. */
export function runVerification(
  what: Verified,
  onProgress: (progress: VerificationProgress) => void,
): RunningVerification {
  const verifyId = crypto.randomUUID()
  const stop = bridge.on('verify.progress', (progress) => {
    if (progress.verifyId === verifyId) onProgress(progress)
  })
  return {
    outcome: bridge.call('verify.run', { verifyId, what }).finally(stop),
    cancel: () => void bridge.call('verify.cancel', { verifyId }),
  }
}
