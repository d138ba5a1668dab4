import { ok, type Result } from '../../shared/result.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Tell } from '../disk/tell.ts'
import { importStopped } from '../worker/import-stopped.ts'
import { DEADLINE_MS, openWorker } from '../worker/open-worker.ts'
import type { ArchiveSource } from './archive-source.ts'
import type { ArchiveTasks } from './archive-tasks.ts'
import type { UnpackedTrip } from './unpack-trip.ts'

/** The build looks for this name: it takes `import.meta.url` itself, used in place, for an address on a server. */
const here = import.meta.url

/** Between two signs of life the worker reads one picture, or one text of 20 MB, which takes a slow computer a while. */
const PATIENCE = 4

/** An exported trip that was checked, and that is held by a thread of its own until it is closed. */
export interface OpenArchive extends UnpackedTrip {
  /** @throws a {@link Refusal} where the file is no longer what it was when it was checked */
  readFile(key: string): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens an exported trip in a thread of its own: it can be made to take for ever, or all of the memory.
 *
 * @param signal ends it
 */
export async function openArchive(
  source: ArchiveSource,
  { tell = () => {}, signal }: { tell?: Tell; signal?: AbortSignal } = {},
): Promise<Result<OpenArchive>> {
  const worker = openWorker<ArchiveTasks>({
    entry: new URL('./archive-worker.ts', here),
    onStop: importStopped,
    deadline: PATIENCE * DEADLINE_MS,
  })
  const onAbort = () => void worker.close()
  signal?.addEventListener('abort', onAbort)
  try {
    if (signal?.aborted === true) await worker.close()
    const unpacked = await worker.ask('archive.open', source, { tell })
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
