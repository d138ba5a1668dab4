import { app } from 'electron'
import { asGraphicsStatus, type Ending, type HelperProcess } from '../journal/diagnostics/log-events.ts'
import type { Log } from '../journal/diagnostics/log.ts'
import type { Graphics, Notice } from '../shared/problem.ts'

/** A graphics card that fails this often within this time will fail again. */
const MAX_CRASHES = 2
const WITHIN_MS = 10 * 60_000

const known: readonly HelperProcess[] = ['GPU', 'Utility', 'Zygote', 'Sandbox helper']

/**
 * Logs crashes of Chromium's helper processes, which Chromium restarts, and notifies the user if rendering was
 * affected.
 *
 * @param graphics what renders the window in this run
 */
export function watchProcesses(log: Log, graphics: Graphics, notify: (notice: Notice) => void): void {
  let crashes: number[] = []

  app.on('child-process-gone', (_, { type, reason, exitCode }) => {
    // Electron's types list fewer reasons than Chromium has.
    const ending: Ending = reason
    log.note('process.gone', {
      process: known.find((name) => name === type) ?? 'other',
      reason: ending,
      exit: exitCode,
    })
    if (type !== 'GPU' || ending === 'clean-exit') return
    const now = Date.now()
    crashes = [...crashes.filter((time) => now - time < WITHIN_MS), now]
    notify({ kind: 'graphics', again: crashes.length >= MAX_CRASHES && graphics === 'hardware' })
  })

  app.once('gpu-info-update', () => {
    const status = app.getGPUFeatureStatus()
    log.note('graphics', {
      compositing: asGraphicsStatus(status.gpu_compositing),
      rasterization: asGraphicsStatus(status.rasterization),
    })
  })
}
