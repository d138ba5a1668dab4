import type { Handlers } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/result.ts'
import { dayAt, isTimeZone, now } from '../../shared/time.ts'
import type { Imported } from '../importers/importer.ts'
import type { ReportFiles } from '../importers/read-report.ts'
import { runImport } from '../importers/run-import.ts'
import { DEADLINE_MS, openWorker } from '../worker/open-worker.ts'
import type { Context } from './context.ts'

export function importHandlers(context: Context): Pick<Handlers, 'imports.run'> {
  return {
    'imports.run': ({ files, tripId }) => {
      const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions()
      // A computer set to a bare offset has no zone that a trip could have.
      const timeZone = isTimeZone(here) ? here : 'UTC'
      const defaults = { timeZone, language: 'en', today: dayAt(now(), timeZone) }
      return runImport({ files, tripId, library: context.library, defaults, read: readInWorker })
    },
  }
}

/** So much of a text gets a millisecond more, on a computer that has much else to do. */
const BYTES_PER_MS = 20
const LONGEST_MS = 60_000

/** A report can be written to keep a program busy for ever; the window goes on meanwhile. */
async function readInWorker(report: ReportFiles): Promise<Result<Imported>> {
  const bytes = report.files.reduce((sum, { data }) => sum + data.byteLength, 0)
  const worker = openWorker({ deadline: Math.min(DEADLINE_MS + bytes / BYTES_PER_MS, LONGEST_MS) })
  try {
    return await worker.ask('report.read', report)
  } finally {
    await worker.close()
  }
}
