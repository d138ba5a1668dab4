import { ok, type Result } from '../../shared/result.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import { importStopped } from '../worker/import-stopped.ts'
import { DEADLINE_MS, openWorker } from '../worker/open-worker.ts'
import type { ArchiveSource } from './archive-source.ts'
import type { ArchiveTasks } from './archive-tasks.ts'
import type { UnpackedTrip } from './unpack-trip.ts'

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/**
 * Between two progress reports, the worker reads one picture or one text of 20 MB, which can take a while on a slow
 * computer.
 */
const TIMEOUT = 4

/** A checked exported trip that a worker thread keeps open until it is closed. */
export interface OpenArchive extends UnpackedTrip {
  /** @throws a {@link Refusal} if the file has changed since it was checked */
  readFile(key: string): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens an exported trip in a worker thread, because a malicious file can take forever to read or use up all memory.
 *
 * @param signal closes the archive when it is aborted
 */
export async function openArchive(
  source: ArchiveSource,
  { reportProgress = () => {}, signal }: { reportProgress?: ReportProgress; signal?: AbortSignal } = {},
): Promise<Result<OpenArchive>> {
  const worker = openWorker<ArchiveTasks>({
    entry: new URL('./archive-worker.ts', here),
    onStop: importStopped,
    deadline: TIMEOUT * DEADLINE_MS,
  })
  const onAbort = () => void worker.close()
  signal?.addEventListener('abort', onAbort)
  try {
    if (signal?.aborted === true) await worker.close()
    const unpacked = await worker.ask('archive.open', source, { reportProgress })
    if (!unpacked.ok) {
      await worker.close()
      return unpacked
    }
    return ok({
      ...unpacked.value,
      async readFile(key) {
        const file = await worker.ask('archive.file', { key })
        if (!file.ok) throw new Refusal(file.error)
        return file.value
      },
      close: () => worker.close(),
    })
  } catch (error) {
    await worker.close()
    throw error
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}
