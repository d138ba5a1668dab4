import { join } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Library } from '../library/library.ts'
import type { Watched } from '../library/watched.ts'
import type { Source } from './open-source.ts'
import { restoreFiles } from './restore-files.ts'

export interface RepairedFiles {
  /** The number of pictures that were restored. */
  restored: number
  /** The number of files that are intact neither here nor in the backup. */
  missing: number
}

/**
 * Restores missing or damaged pictures and other files of a library from a backup, as far as possible. Does not change
 * the trips themselves.
 */
export async function repairFiles(
  library: Library,
  source: Source,
  { signal, onProgress }: Watched = {},
): Promise<Result<RepairedFiles>> {
  const folders = await library.folders()
  if (!folders.ok) return folders
  const done: RepairedFiles = { restored: 0, missing: 0 }
  try {
    for (const [index, [tripId, folder]] of [...folders.value].entries()) {
      const snapshot = await library.snapshot(folder)
      // An unreadable trip does not say which files it has.
      if (!snapshot.ok) continue
      const sourceFolder = source.trips.find((each) => each.tripId === tripId)?.folder ?? null
      const { pictures, remarks, isStopped } = await restoreFiles(
        library.layout.filesOf(snapshot.value.trip),
        { folder: sourceFolder === null ? null : join(source.folder, sourceFolder), disk: source.disk },
        { folder: join(library.folder, folder), disk: library.disk },
        {
          ...(signal && { signal }),
          onProgress: (part, place) => onProgress?.((index + part) / folders.value.size, place),
        },
      )
      done.restored += pictures
      done.missing += remarks.length
      if (isStopped) return fail('cancelled.restore-pictures')
    }
    return ok(done)
  } catch (error) {
    return diskFailure(error, message('attempt.restore-pictures'))
  }
}
