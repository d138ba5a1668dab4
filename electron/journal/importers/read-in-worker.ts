import type { Result } from '../../shared/result.ts'
import { importStopped } from '../worker/import-stopped.ts'
import { DEADLINE_MS, openWorker, type TaskWorker, type WorkerOptions } from '../worker/open-worker.ts'
import type { Imported } from './importer.ts'
import type { ReportFiles } from './read-report.ts'

/** The tasks of a thread that reads files to import. */
export interface ImportTasks {
  /** Reads a report as a trip. */
  'report.read': { input: ReportFiles; output: Result<Imported> }
}

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/** Number of input bytes for which the timeout is extended by a millisecond, even on a busy computer. */
const BYTES_PER_MS = 20
const LONGEST_MS = 60_000

/** Starts a thread that reads files to import. */
export function openImportWorker(options: Pick<WorkerOptions, 'deadline' | 'maxHeapMb'> = {}): TaskWorker<ImportTasks> {
  return openWorker({ entry: new URL('./import-worker.ts', here), onStop: importStopped, ...options })
}

/**
 * Reads a report in a worker thread: a malicious one can keep a program busy forever.
 *
 * @param signal ends the thread
 */
export async function readInWorker(report: ReportFiles, signal?: AbortSignal): Promise<Result<Imported>> {
  const bytes = report.files.reduce((sum, { data }) => sum + data.byteLength, 0)
  const worker = openImportWorker({ deadline: Math.min(DEADLINE_MS + bytes / BYTES_PER_MS, LONGEST_MS) })
  const onAbort = () => void worker.close()
  signal?.addEventListener('abort', onAbort)
  try {
    if (signal?.aborted === true) await worker.close()
    return await worker.ask('report.read', report)
  } finally {
    signal?.removeEventListener('abort', onAbort)
    await worker.close()
  }
}
