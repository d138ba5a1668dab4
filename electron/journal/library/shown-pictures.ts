import { join } from 'node:path'
import { MAX_PICTURE_BYTES, pictureType } from '../../shared/pictures.ts'
import type { Photo } from '../../shared/trip.ts'
import { type FileSystem, nodeFileSystem, readWhole } from '../disk/file-system.ts'
import { leadsOut, makeInnerFolder } from '../disk/inner-folder.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { pictureThreads } from '../pictures/convert/picture-threads.ts'
import type { PictureWish } from '../pictures/convert/picture-wish.ts'
import { CACHE_FOLDER } from '../trip-folder/library-folders.ts'

/** Where copies of pictures are kept that the page cannot show, one folder per trip id. */
const SHOWN_FOLDER = join(CACHE_FOLDER, 'pictures')

/** What Chromium and other browsers show, in the size in which the window shows pictures. */
const wish: PictureWish = {
  size: 'web',
  support: { types: ['image/jpeg', 'image/png'], readsMetadata: false },
}

/** Copies that are being made. A page asks for a picture as often as it shows it. */
const making = new Map<string, Promise<Uint8Array | null>>()

/**
 * A copy of a HEIC or TIFF picture that the page can show. It is kept in the library's cache, by the hash of the original,
 * so that a picture is decoded once.
 *
 * @param library the library's folder, absolute
 * @returns `null` if the picture is damaged or too large to decode
 */
export async function showPicture(
  library: string,
  tripId: string,
  { photo, data }: { photo: Photo; data: Uint8Array },
  fileSystem: FileSystem = nodeFileSystem,
): Promise<Uint8Array | null> {
  const path = join(library, SHOWN_FOLDER, tripId, photo.sha256)
  const kept = await readKept(library, tripId, path, fileSystem)
  if (kept !== null) return kept
  const running = making.get(path) ?? make(library, tripId, path, data, fileSystem)
  making.set(path, running)
  try {
    return await running
  } finally {
    making.delete(path)
  }
}

async function readKept(library: string, tripId: string, path: string, fileSystem: FileSystem) {
  try {
    if (await leadsOut(library, join(SHOWN_FOLDER, tripId), fileSystem)) return null
    const data = await readWhole(path, fileSystem, MAX_PICTURE_BYTES)
    const type = pictureType(data)
    return type !== null && wish.support.types.some((shown) => shown === type) ? data : null
  } catch {
    return null
  }
}

async function make(
  library: string,
  tripId: string,
  path: string,
  data: Uint8Array,
  fileSystem: FileSystem,
): Promise<Uint8Array | null> {
  const made = await pictureThreads.convert(data, wish)
  if (!made.ok || made.value.data === null) return null
  const copy = made.value.data
  try {
    for (const folder of [CACHE_FOLDER, SHOWN_FOLDER, join(SHOWN_FOLDER, tripId)]) {
      await makeInnerFolder(library, folder, fileSystem)
    }
    await replaceDurably(path, () => [copy], fileSystem)
  } catch {
    // A library may be read-only. Then the picture is decoded again next time.
  }
  return copy
}

/** Removes the copies of a trip's pictures, if there are any. */
export async function forgetShownPictures(library: string, tripId: string, fileSystem: FileSystem): Promise<void> {
  const folder = join(SHOWN_FOLDER, tripId)
  try {
    if (!(await leadsOut(library, folder, fileSystem))) await fileSystem.removeFolder(join(library, folder))
  } catch {
    // The folder does not exist, or the disk does not allow it.
  }
}
