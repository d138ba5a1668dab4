import type { Composition } from '../../shared/contract/report.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { type KeptWorker, keepWorker } from '../worker/keep-worker.ts'
import { deadlineFor, type StopReason } from '../worker/open-worker.ts'
import type { ExportTasks } from './export-tasks.ts'

/** The build looks for this name: it takes `import.meta.url` itself, used in place, for an address on a server. */
const here = import.meta.url

/**
 * Opens a thread for reports, which starts with its first task.
 *
 * @param entry the file that it runs; another one has other targets
 */
export function keepExportThread(entry = new URL('./export-worker.ts', here)): KeptWorker<ExportTasks> {
  return keepWorker<ExportTasks>({ entry, onStop: reportStopped })
}

/** The thread that previews and exports share: the texts that one has read need not be read again for the other. */
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
  return exportThread.run('report.compose', trip, { deadline: deadlineFor(textLength(trip)) })
}

/** How much text a report may be made of, in UTF-16 units. */
export function textLength({ entries, report }: Trip): number {
  const excerpts = Object.values(report.entries).map(({ excerpt }) => excerpt ?? '')
  const texts = [report.lead, report.closing.text, ...excerpts, ...entries.map(({ text }) => text)]
  return texts.reduce((sum, { length }) => sum + length, 0)
}
