import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Library } from '../library/library.ts'
import type { Watched } from '../library/watched.ts'
import type { Source } from './open-source.ts'
import { restorePhotos } from './restore-photos.ts'
import { message } from '../../shared/messages/message.ts'

/** How a search for pictures in a backup ended. */
export interface RepairedPictures {
  /** How many are here again. */
  restored: number
  /** How many are neither here nor there. */
  missing: number
}

/** Restores every picture of a library that is missing or damaged, as far as a backup has it. The trips are not changed. */
export async function repairPictures(
  library: Library,
  source: Source,
  { signal, onProgress }: Watched = {},
): Promise<Result<RepairedPictures>> {
  const folders = await library.folders()
  if (!folders.ok) return folders
  const done: RepairedPictures = { restored: 0, missing: 0 }
  try {
    for (const [index, [tripId, folder]] of [...folders.value].entries()) {
      const snapshot = await library.snapshot(folder)
      // A trip that cannot be read does not say which pictures it has.
      if (!snapshot.ok) continue
      const { trip } = snapshot.value
      const there = source.trips.find((each) => each.tripId === tripId)?.folder ?? null
      const { restored, remarks, isStopped } = await restorePhotos(
        { trip, photos: trip.photos },
        { folder: there === null ? null : join(source.folder, there), disk: source.disk },
        { folder: join(library.folder, folder), disk: library.disk },
        {
          ...(signal && { signal }),
          onProgress: (part, place) => onProgress?.((index + part) / folders.value.size, place),
        },
      )
      done.restored += restored
      done.missing += remarks.length
      if (isStopped) return fail('cancelled', 'The restore was stopped. Pictures that have been restored stay.')
    }
    return ok(done)
  } catch (error) {
    return diskFailure(error, message('attempt.restore-pictures'))
  }
}
