import type { ExportSummary } from '../../electron/shared/contract/exports.ts'
import { fail, type Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useTrip } from '../state/open-trip.ts'

export interface ExportProgress {
  /** From 0 to 1. */
  done: number
  step: string
}

export interface RunningExport {
  /** Settles when the files are written and read back, or nothing is left of them. */
  outcome: Promise<Result<ExportSummary>>
  cancel: () => void
}

/** Exports a trip: first what is typed goes to the disk, so that the export has it, then the engine does the rest. */
export function runExport(
  input: { tripId: string; target: string; replace: boolean },
  onProgress: (progress: ExportProgress) => void,
): RunningExport {
  const exportId = crypto.randomUUID()
  let isCancelled = false

  const run = async (): Promise<Result<ExportSummary>> => {
    const unsaved = await useTrip.getState().flush()
    if (unsaved > 0) {
      return fail(
        'disk.failed',
        'What you typed last could not be saved, and the export would lack it. It is kept here; see the corner below for why.',
      )
    }
    if (isCancelled) return fail('export.cancelled', 'The export was cancelled. Nothing was written.')
    const stop = bridge.on('export.progress', (progress) => {
      if (progress.exportId === exportId) onProgress(progress)
    })
    try {
      return await bridge.call('exports.run', { ...input, exportId })
    } finally {
      stop()
    }
  }

  return {
    outcome: run(),
    cancel() {
      isCancelled = true
      void bridge.call('exports.cancel', { exportId })
    },
  }
}
