import type { Result } from '../../shared/result.ts'
import { importStopped } from '../worker/import-stopped.ts'
import { wholeBuffers } from '../worker/whole-buffers.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import { openWorker, type TaskWorker, type WorkerOptions } from '../worker/open-worker.ts'
import type { ImportDraft } from '../../shared/import-draft.ts'
import type { BuiltTrip, PlannedReport, ReportFiles } from './read-report.ts'

/** The tasks of a thread that reads files to import. */
export interface ImportTasks {
  /** Reads a report without making anything of it. */
  'report.understand': { input: ReportFiles; output: Result<ImportDraft> }
  /** Reads a report as a trip whose entries are what a plan says. */
  'report.build': { input: PlannedReport; output: Result<BuiltTrip> }
  /** The relative paths of the pictures that a Markdown text shows. */
  'report.pictures': { input: { text: Uint8Array }; output: Result<string[]> }
}

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/** Starts a thread that reads files to import. */
export function openImportWorker(options: Pick<WorkerOptions, 'deadline' | 'maxHeapMb'> = {}): TaskWorker<ImportTasks> {
  return openWorker({ entry: new URL('./import-worker.ts', here), onStop: importStopped, ...options })
}

/**
 * Reads a report in a worker thread: a malicious one can keep a program busy forever.
 *
 * @param report its bytes are moved to the thread, where they can, and are empty here afterwards
 * @param signal ends the thread
 * @param reportProgress is called while the thread reads
 */
export function understandInWorker(
  report: ReportFiles,
  signal?: AbortSignal,
  reportProgress?: ReportProgress,
): Promise<Result<ImportDraft>> {
  return askOnce('report.understand', report, { signal, reportProgress, transfer: wholeBuffers(report) })
}

/** Builds a trip from a report and a plan, in a worker thread, as {@link understandInWorker} reads it. */
export function buildInWorker(
  report: PlannedReport,
  signal?: AbortSignal,
  reportProgress?: ReportProgress,
): Promise<Result<BuiltTrip>> {
  return askOnce('report.build', report, { signal, reportProgress, transfer: wholeBuffers(report) })
}

/** Finds the pictures that a Markdown text shows, in a worker thread. Their paths are relative, with `/`. */
export function findPicturesInWorker(text: Uint8Array): Promise<Result<string[]>> {
  return askOnce('report.pictures', { text })
}

async function askOnce<K extends keyof ImportTasks>(
  task: K,
  input: ImportTasks[K]['input'],
  {
    signal,
    reportProgress = () => {},
    transfer,
  }: {
    signal?: AbortSignal | undefined
    reportProgress?: ReportProgress | undefined
    transfer?: readonly ArrayBuffer[]
  } = {},
): Promise<ImportTasks[K]['output']> {
  const worker = openImportWorker()
  const onAbort = () => void worker.close()
  signal?.addEventListener('abort', onAbort)
  try {
    if (signal?.aborted === true) await worker.close()
    return await worker.ask(task, input, { reportProgress, ...(transfer && { transfer }) })
  } finally {
    signal?.removeEventListener('abort', onAbort)
    await worker.close()
  }
}
