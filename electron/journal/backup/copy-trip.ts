import { join } from 'node:path'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { sweepFolder } from '../disk/temporary-name.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { keepDamaged } from '../history/recover-trip.ts'
import { historyFolder } from '../history/version-files.ts'
import type { Snapshot } from '../library/library.ts'
import { PHOTO_FOLDER } from '../library/photo-files.ts'
import { readGoodPhoto } from '../library/read-good-photo.ts'
import { seenOf } from '../library/summary-cache.ts'
import { readTrip, TRIP_FILE } from '../trip-file/trip-file.ts'
import { makeLastingFolder } from './backup-place.ts'
import { copyHistory, keepReplaced } from './copy-history.ts'
import type { FoundCopy } from './find-copy.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { message } from '../../shared/messages/message.ts'

/** A trip and the place of its copy. */
export interface CopyOrder {
  library: string
  /** The trip's folder, as a name in the library. */
  folder: string
  snapshot: Snapshot
  disk: FileSystem
  /** The backup's folder, absolute. */
  path: string
  target: FileSystem
  copy: FoundCopy
  /** The file has changed since it was last copied from here. */
  isOutdated: boolean
  signal: AbortSignal
}

export interface CopiedTrip {
  /** Whether there was anything to copy but earlier versions. */
  isNew: boolean
  /** How many pictures came to it. */
  photos: number
  /** How many earlier versions came to it. */
  versions: number
  /** What the copy of the file looks like now; see `seenOf`. */
  copied: string
  /** What could not be copied as the trip knows it. All else was. */
  problems: Failure[]
  /** What was found in the copy, and kept beside it. */
  notes: string[]
}

/**
 * Copies a trip durably: first the pictures that are not there yet, then the file that names them, then its earlier
 * versions. Whatever happens in between, the copy is the old or the new state. A state in the copy that did not come
 * from here is kept as a version of it.
 */
export async function copyTrip(order: CopyOrder): Promise<Result<CopiedTrip>> {
  const { library, folder, snapshot, disk, path, target, copy, signal } = order
  const { trip, bytes } = snapshot
  const place = join(path, copy.folder)
  try {
    await makeLastingFolder(place, path, target)
    const photos = await copyPhotos(order, place)
    if (signal.aborted) return stopped()
    const kept = await makeRoom(order, place)
    if (!kept.ok) return kept
    const { isSame, notes } = kept.value
    const stat = isSame
      ? await target.stat(join(place, TRIP_FILE))
      : await replaceDurably(join(place, TRIP_FILE), () => [bytes], target)
    const places = { tripId: trip.id, library, disk, path, target }
    const versions = await copyHistory(places, { folder: copy.folder, title: trip.title })
    for (const swept of [place, join(place, PHOTO_FOLDER), historyFolder(path, trip.id)]) {
      await sweepFolder(swept, target).catch(() => {})
    }
    const isNew = !isSame || photos.copied > 0
    return ok({ isNew, photos: photos.copied, versions, copied: seenOf(stat), problems: photos.problems, notes })
  } catch (error) {
    return diskFailure(error, message('attempt.copy-to-backup', { title: trip.title, folder }), 'backup')
  }
}

export function stopped(): Result<never> {
  return fail(
    'cancelled',
    'The backup was stopped. What was copied before is complete; the rest is copied the next time.',
  )
}

/** @throws the backup's file system's error */
async function copyPhotos(
  { library, folder, snapshot: { trip }, disk, target, signal }: CopyOrder,
  place: string,
): Promise<{ copied: number; problems: Failure[] }> {
  const problems: Failure[] = []
  let copied = 0
  if (trip.photos.length > 0) await makeLastingFolder(join(place, PHOTO_FOLDER), place, target)
  for (const photo of trip.photos) {
    if (signal.aborted) break
    const to = join(place, PHOTO_FOLDER, photo.file)
    // Read whole only by "lanyard verify": a library can hold gigabytes of them.
    if ((await sizeOf(to, target)) === photo.bytes) continue
    // A picture that is not what it was is not copied: the copy may be the last good one.
    const data = await readGoodPhoto(join(library, folder), trip, photo, disk)
    if (data.ok) {
      await replaceDurably(to, () => [data.value], target)
      copied++
    } else problems.push({ ...data.error, message: `"${trip.title}": ${data.error.message}` })
  }
  return { copied, problems }
}

/**
 * Keeps what is in the place of the copy and is about to give way, unless it came from here.
 *
 * @returns whether it is what would be copied
 * @throws the backup's file system's error
 */
async function makeRoom(
  { snapshot: { trip, bytes }, path, target, copy: { there }, isOutdated }: CopyOrder,
  place: string,
): Promise<Result<{ isSame: boolean; notes: string[] }>> {
  if (there === null || there === 'ours') return ok({ isSame: there !== null && !isOutdated, notes: [] })
  if (Buffer.from(there.bytes).equals(bytes)) return ok({ isSame: true, notes: [] })
  const { read } = there
  const isNewer = read.ok ? read.value.version > versionOf(bytes) : read.error.code === 'trip.newer'
  if (isNewer) {
    return fail(
      'trip.newer',
      `The copy of "${trip.title}" in the backup was written by a newer version of Lanyard. It is left as it is. Update Lanyard to go on with this backup.`,
    )
  }
  if (read.ok) {
    const before = read.value.trip
    const versionId = await keepReplaced(path, before, there.bytes, target)
    const isLater = Date.parse(before.updatedAt) > Date.parse(trip.updatedAt)
    const note = `The backup had a newer state of "${trip.title}" than the library. It is kept there as the version ${versionId}.`
    return ok({ isSame: false, notes: isLater ? [note] : [] })
  }
  const keptAs = await keepDamaged(place, target)
  return ok({
    isSame: false,
    notes: [`The copy of "${trip.title}" in the backup was damaged. It is kept as "${keptAs ?? place}".`],
  })
}

function versionOf(bytes: Uint8Array): number {
  const read = readTrip(bytes, TRIP_FILE)
  return read.ok ? read.value.version : 0
}

/** @returns `null`: it is not there. @throws the file system's error */
async function sizeOf(path: string, fileSystem: FileSystem): Promise<number | null> {
  try {
    return Number((await fileSystem.stat(path)).size)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
