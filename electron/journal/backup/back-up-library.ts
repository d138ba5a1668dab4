import { isAbsolute, join, relative } from 'node:path'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import type { Library } from '../library/library.ts'
import { readTripFile } from '../library/scan-library.ts'
import { TRIP_FILE } from '../library/trip-file.ts'
import { type BackupNote, keepBackupNote, readBackupNote } from './backup-notes.ts'
import { type CopiedTrip, copyTrip } from './copy-trip.ts'

/** The folder that is made in the one that was chosen. It is laid out as a library and opens as one. */
export const BACKUP_FOLDER = 'Lanyard backup'

export interface BackedUp {
  /** Where the copy is, absolute. */
  path: string
  trips: number
  /** How many of them had changed. */
  copied: number
  photos: number
  /** What could not be copied. The copy keeps what it had of it. */
  problems: Failure[]
}

export interface BackUpOptions {
  library: Library
  /** The folder that was chosen, absolute. It is not made: it may be on a disk that is not connected. */
  to: string
  /** Where it is noted what was copied, absolute. */
  notesFile: string
  /** `null`: all trips. */
  tripIds: ReadonlySet<string> | null
}

/** Copies the trips that have changed since they were copied last. Nothing is ever removed from the copy. */
export async function backUpLibrary({ library, to, notesFile, tripIds }: BackUpOptions): Promise<Result<BackedUp>> {
  const { disk } = library
  const place = await makePlace(library.folder, to, disk)
  if (!place.ok) return place
  const path = place.value
  const folders = await library.folders()
  if (!folders.ok) return folders
  const note = await readBackupNote(notesFile, library.folder, to, disk)
  const done: BackedUp = { path, trips: folders.value.size, copied: 0, photos: 0, problems: [] }
  for (const [tripId, folder] of folders.value) {
    if (tripIds !== null && !tripIds.has(tripId)) continue
    const copied = await copyWhereNew(library, { tripId, folder }, path, note)
    if (!copied.ok) done.problems.push(copied.error)
    else if (copied.value !== null) {
      done.copied++
      done.photos += copied.value.photos
      done.problems.push(...copied.value.remarks.map((message) => ({ code: 'photo.missing' as const, message })))
    }
  }
  // Some of them are enough where all were there before.
  const isComplete = done.problems.length === 0 && (tripIds === null || note.at !== null)
  await keepBackupNote(notesFile, { ...note, at: isComplete ? now() : note.at }, disk)
  return ok(done)
}

/** @returns `null`: the copy is as the trip is */
async function copyWhereNew(
  library: Library,
  { tripId, folder }: { tripId: string; folder: string },
  path: string,
  note: BackupNote,
): Promise<Result<CopiedTrip | null>> {
  const known = note.trips[tripId]
  if (known !== undefined && (await library.seenOf(folder)) === known.seen) {
    if (await isThere(join(path, known.folder, TRIP_FILE), library.disk)) return ok(null)
  }
  const snapshot = await library.snapshot(folder)
  // A damaged trip is not copied over the last good state of it.
  if (!snapshot.ok) return snapshot
  const target = known === undefined ? await freeFolder(path, tripId, folder, library.disk) : ok(known.folder)
  if (!target.ok) return target
  const copied = await copyTrip(join(library.folder, folder), snapshot.value, join(path, target.value), library.disk)
  if (copied.ok && copied.value.remarks.length === 0) {
    note.trips[tripId] = { folder: target.value, seen: snapshot.value.seen }
  }
  return copied
}

/**
 * Whether a library can be copied to a folder, and to where there.
 *
 * @param library absolute, as is `to`
 */
export function checkPlace(library: string, to: string): Result<string> {
  if (isInside(to, library)) {
    return fail('input.invalid', 'A backup inside the library would be lost with it. Choose a folder on another disk.')
  }
  const path = join(to, BACKUP_FOLDER)
  if (isInside(library, path)) {
    return fail('input.invalid', 'The library is in this backup itself. Choose another folder for the backup.')
  }
  return ok(path)
}

async function makePlace(library: string, to: string, disk: FileSystem): Promise<Result<string>> {
  const place = checkPlace(library, to)
  if (!place.ok) return place
  try {
    await disk.stat(to)
    await disk.makeFolder(place.value)
    return place
  } catch (error) {
    if (!isMissing(error)) return diskFailure(error, 'write the backup')
    return fail(
      'disk.gone',
      `The folder for the backup is not there: "${to}". Your trips are safe in the library. Connect its disk, or choose another folder.`,
    )
  }
}

/** Whether a folder is another one, or somewhere in it. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way.startsWith('..') || isAbsolute(way))
}

/** The first name under which there is nothing yet, or this trip: of two libraries, each may have a trip in that folder. */
async function freeFolder(path: string, tripId: string, folder: string, disk: FileSystem): Promise<Result<string>> {
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? folder : `${folder}-${attempt}`
    const file = join(path, name, TRIP_FILE)
    if (!(await isThere(file, disk))) return ok(name)
    const trip = await readTripFile(file, name, disk)
    if (trip.ok && trip.value.id === tripId) return ok(name)
    // One that is damaged is somebody's all the same; where the disk does not answer, nobody knows.
    if (!trip.ok && trip.error.code.startsWith('disk.')) return trip
  }
}

async function isThere(path: string, disk: FileSystem): Promise<boolean> {
  return disk.stat(path).then(
    () => true,
    () => false,
  )
}
