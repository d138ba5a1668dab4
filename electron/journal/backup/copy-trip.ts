import { join } from 'node:path'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import { storedStampOf } from '../disk/file-stamp.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { sweepFolder } from '../disk/temporary-name.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { keepDamaged } from '../history/keep-damaged.ts'
import { historyFolder } from '../history/version-files.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import type { Snapshot } from '../library/snapshot.ts'
import { readTripApart } from '../trip-file/read-apart.ts'
import { makeLastingFolder } from './backup-place.ts'
import type { CopyNote } from './backup-notes.ts'
import { copyFiles } from './copy-files.ts'
import { copyHistory, keepReplaced } from './copy-history.ts'
import type { FoundCopy } from './find-copy.ts'
import { TRIP_FILE, tripFileIn } from '../trip-folder/trip-json.ts'
import type { FolderStamps } from '../trip-folder/folder-stamps.ts'
import type { TripLayout } from '../trip-folder/layout.ts'

/** A trip and where it is copied to. */
export interface CopyOrder {
  library: string
  /** The name of the trip's folder in the library. */
  folder: string
  snapshot: Snapshot
  disk: FileSystem
  /** The backup's folder, absolute. */
  path: string
  target: FileSystem
  copy: FoundCopy
  /** What is known about the copy; `undefined` if this computer has never made one. */
  known: CopyNote | undefined
  layout: TripLayout
  signal: AbortSignal
}

export interface CopiedTrip {
  /** Whether anything except earlier versions was copied. */
  isNew: boolean
  /** The number of pictures that were copied. */
  photos: number
  /** The number of earlier versions that were copied. */
  versions: number
  /** The stamps of the copied files as they are now. */
  copied: FolderStamps
  /** What could not be copied. Everything else was copied. */
  problems: Failure[]
  /** What was found in the copy and kept beside it. */
  notes: Message[]
}

/**
 * Copies a trip durably: first the files that the copy lacks, then the trip file that names them, then its earlier
 * versions. If this is interrupted, the copy has either the old or the new state. A state in the copy that this
 * computer did not write is kept as a version.
 */
export async function copyTrip(order: CopyOrder): Promise<Result<CopiedTrip>> {
  const { library, folder, snapshot, disk, path, target, copy, layout, signal } = order
  const { trip, bytes } = snapshot
  const place = join(path, copy.folder)
  try {
    await makeLastingFolder(place, path, target)
    const files = await copyFiles(order, place)
    if (signal.aborted) return stopped()
    const kept = await makeRoom(order, place)
    if (!kept.ok) return kept
    const { isSame, notes } = kept.value
    const stat = isSame
      ? await target.stat(tripFileIn(place))
      : await replaceDurably(tripFileIn(place), () => [bytes], target)
    const places = { tripId: trip.id, library, disk, path, target }
    const versions = await copyHistory(places, { folder: copy.folder, title: trip.title })
    for (const swept of [place, ...layout.folders.map((name) => join(place, name)), historyFolder(path, trip.id)]) {
      await sweepFolder(swept, target).catch(() => {})
    }
    return ok({
      isNew: !isSame || files.files > 0,
      photos: files.pictures,
      versions,
      copied: { ...files.stamps, [TRIP_FILE]: storedStampOf(stat) },
      problems: files.problems,
      notes,
    })
  } catch (error) {
    return diskFailure(error, message('attempt.copy-to-backup', { title: trip.title, folder }), 'backup')
  }
}

export function stopped(): Result<never> {
  return fail('cancelled.backup')
}

/**
 * Keeps the copy's trip file, which is about to be replaced, unless this computer wrote it. Resolves with whether its
 * content is already up to date.
 *
 * @throws the error of the backup's file system
 */
async function makeRoom(
  { snapshot: { trip, bytes, stamps }, path, target, copy: { there }, known }: CopyOrder,
  place: string,
): Promise<Result<{ isSame: boolean; notes: Message[] }>> {
  const isOutdated = known?.stamps[TRIP_FILE] !== stamps[TRIP_FILE]
  if (there === null || there === 'ours') return ok({ isSame: there !== null && !isOutdated, notes: [] })
  if (Buffer.from(there.bytes).equals(bytes)) return ok({ isSame: true, notes: [] })
  const { read } = there
  const isNewer = read.ok ? read.value.version > (await versionOf(bytes)) : read.error.code === 'trip.newer'
  if (isNewer) {
    return fail('backup.newer-copy', { title: trip.title })
  }
  if (read.ok) {
    const before = read.value.trip
    const versionId = await keepReplaced(path, before, there.bytes, target)
    const isLater = Date.parse(before.updatedAt) > Date.parse(trip.updatedAt)
    const note = message('backup.note.newer', { title: trip.title, version: versionId })
    return ok({ isSame: false, notes: isLater ? [note] : [] })
  }
  const keptAs = await keepDamaged(tripFileIn(place), target)
  return ok({
    isSame: false,
    notes: [message('backup.note.damaged', { title: trip.title, path: keptAs ?? place })],
  })
}

async function versionOf(bytes: Uint8Array): Promise<number> {
  const read = await readTripApart(bytes, TRIP_FILE)
  return read.ok ? read.value.version : 0
}
