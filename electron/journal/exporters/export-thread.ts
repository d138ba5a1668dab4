import type { Composition } from '../../shared/contract/report.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { type KeptWorker, keepWorker } from '../worker/keep-worker.ts'
import { DEADLINE_MS, type StopReason } from '../worker/open-worker.ts'
import type { ExportTasks } from './export-tasks.ts'

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/**
 * Creates a thread for reports, which starts with its first task.
 *
 * @param entry the file that it runs; tests pass one with other targets
 */
export function keepExportThread(entry = new URL('./export-worker.ts', here)): KeptWorker<ExportTasks> {
  return keepWorker<ExportTasks>({ entry, onStop: reportStopped })
}

/**
 * The thread that previews and exports share, so that a text that was parsed for one need not be parsed again for the
 * other.
 */
export const exportThread = keepExportThread()

function reportStopped(reason: StopReason): Result<never> {
  switch (reason) {
    case 'too-slow':
      return fail('report.too-slow')
    case 'too-much-memory':
      return fail('report.too-much-memory')
    case 'closed':
      return fail('export.stopped')
    default:
      return reason satisfies never
  }
}

/** Composes a trip's report for its preview. */
export function composeInThread(trip: Trip): Promise<Result<Composition>> {
  return exportThread.run('report.compose', trip, { deadline: reportDeadline(trip) })
}

/** Additional time for each entry, in milliseconds. A journey of years with a thousand entries is not an attack. */
const PER_ENTRY_MS = 25
const LONGEST_MS = 30_000

/**
 * How long a step of a report may take, in milliseconds without progress. It does not depend on the length of the texts:
 * the time for each of them is limited, and long ones are the ones that take forever.
 */
export function reportDeadline({ entries }: Trip): number {
  return Math.min(DEADLINE_MS + entries.length * PER_ENTRY_MS, LONGEST_MS)
}
