import { join } from 'node:path'
import type { Photo, Trip } from '../../shared/trip.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { replaceDurably, syncFolder } from '../disk/write-durably.ts'
import { versionIdAt } from '../history/version-id.ts'
import { PHOTO_FOLDER } from '../library/photo-files.ts'
import { readGoodPhoto } from '../library/read-good-photo.ts'
import type { Watched } from '../library/watched.ts'

export interface RestoredPhotos {
  /** How many came. */
  restored: number
  /** A sentence for each that is neither here nor there. */
  remarks: string[]
  /** Somebody has had enough before the end. */
  isStopped: boolean
}

/**
 * Brings pictures that a trip's folder lacks, or that are no longer what they were. A damaged one stays beside the good
 * one, under another name.
 *
 * @param from the trip's folder in the backup, absolute; `null`: there is none
 * @param to the trip's folder, absolute
 * @throws the file system's error
 */
export async function restorePhotos(
  { trip, photos }: { trip: Trip; photos: readonly Photo[] },
  from: { folder: string | null; disk: FileSystem },
  to: { folder: string; disk: FileSystem },
  { signal, onProgress }: Watched,
): Promise<RestoredPhotos> {
  const done: RestoredPhotos = { restored: 0, remarks: [], isStopped: false }
  const folder = join(to.folder, PHOTO_FOLDER)
  for (const [index, photo] of photos.entries()) {
    if (signal?.aborted === true) return { ...done, isStopped: true }
    onProgress?.(index / photos.length, photo.file)
    if ((await readGoodPhoto(to.folder, trip, photo, to.disk)).ok) continue
    const good = from.folder === null ? null : await readGoodPhoto(from.folder, trip, photo, from.disk)
    if (good?.ok !== true) {
      done.remarks.push(
        `The picture "${photo.file}" is not there: neither in the library nor where it is restored from.`,
      )
      continue
    }
    await to.disk.makeFolder(folder)
    await putAside(join(folder, photo.file), to.disk)
    await replaceDurably(join(folder, photo.file), () => [good.value], to.disk)
    done.restored++
  }
  if (done.restored > 0) {
    await syncFolder(folder, to.disk)
    await syncFolder(to.folder, to.disk)
  }
  return done
}

/** @throws the file system's error */
async function putAside(path: string, disk: FileSystem): Promise<void> {
  for (let time = Date.now(); ; time++) {
    const aside = `${path}.corrupt-${versionIdAt(new Date(time).toISOString())}`
    if (await isTaken(aside, disk)) continue
    try {
      return await disk.rename(path, aside)
    } catch (error) {
      if (isMissing(error)) return
      throw error
    }
  }
}

async function isTaken(path: string, disk: FileSystem): Promise<boolean> {
  return disk.lstat(path).then(
    () => true,
    (error: unknown) => errorCode(error) !== 'ENOENT',
  )
}
