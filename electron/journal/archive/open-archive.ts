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

/** Between two signs of life lies one picture, or one text of 20 MB, which a slow computer may have to chew on. */
const PATIENCE = 4

/** An exported trip that was looked through, and that is held by a thread of its own until it is closed. */
export interface OpenArchive extends UnpackedTrip {
  /** @throws a {@link Refusal} where the bytes are no longer those of the picture's record */
  readPhoto(photoId: string): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens an exported trip in a thread of its own, for it can be made to take for ever, or all of the memory.
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
      async readPhoto(photoId) {
        const photo = await worker.ask('archive.photo', { photoId })
        if (!photo.ok) throw new Refusal(photo.error)
        return photo.value
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
