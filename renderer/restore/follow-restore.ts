import type { BackedUpTrip, RestoredFromBackup } from '../../electron/shared/backup.ts'
import type { EventData } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'

export type RestoreProgress = EventData<'restore.progress'>

/** Something that is being done with the backup. */
export interface RunningRestore<T> {
  /** Settles when it is done, or somebody has had enough. */
  outcome: Promise<Result<T>>
  cancel: () => void
}

type OnProgress = (progress: RestoreProgress) => void

/** Looks which trips the backup has. */
export function lookIntoBackup(onProgress: OnProgress): RunningRestore<BackedUpTrip[]> {
  return follow((restoreId) => bridge.call('restore.list', { restoreId }), onProgress)
}

/** Brings a trip back from the backup. */
export function restoreFromBackup(tripId: string, onProgress: OnProgress): RunningRestore<RestoredFromBackup> {
  return follow((restoreId) => bridge.call('restore.run', { restoreId, tripId }), onProgress)
}

function follow<T>(begin: (restoreId: string) => Promise<Result<T>>, onProgress: OnProgress): RunningRestore<T> {
  const restoreId = crypto.randomUUID()
  const stop = bridge.on('restore.progress', (progress) => {
    if (progress.restoreId === restoreId) onProgress(progress)
  })
  return {
    outcome: begin(restoreId).finally(stop),
    cancel: () => void bridge.call('restore.cancel', { restoreId }),
  }
}
