import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Message } from '../../shared/messages/message.ts'
import { type Failure, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { Library } from '../library/library.ts'
import { readFolderStamps } from '../trip-folder/folder-stamps.ts'
import { type BackupNote, keepBackupNote, readBackupNote } from './backup-notes.ts'
import { makePlace } from './backup-place.ts'
import { type CopiedTrip, copyTrip, stopped } from './copy-trip.ts'
import { findCopy } from './find-copy.ts'

export interface BackedUp {
  /** The path of the copy, absolute. */
  path: string
  /** The number of trips that were checked. */
  trips: number
  /** The number of trips that had changed. */
  copied: number
  photos: number
  versions: number
  /** What could not be copied. Whatever the copy had of it is still there. */
  problems: Failure[]
  /** A message for each thing that was found in the copy and kept beside it. */
  notes: Message[]
  /** The trips that could not be written to the backup's disk. */
  left: Set<string>
}

export interface BackUpOptions {
  library: Library
  /** The folder that the user chose, absolute. It is not created: it may be on a disk that is not connected. */
  to: string
  /** The disk of the backup. */
  target: FileSystem
  /** The file that records what was copied, absolute. */
  notesFile: string
  /** The trips to copy; `null` for all of them. */
  tripIds: ReadonlySet<string> | null
  /**
   * Checks the copy even if nothing has changed according to the notes: somebody may have removed a picture from it.
   */
  isThorough?: boolean
  /** Stops the backup between two files. */
  signal?: AbortSignal
  /** @param done from 0 to 1; called before each trip */
  onProgress?: (done: number, folder: string) => void
}

/** Copies the trips that have changed since the last backup. A trip is never removed from the copy. */
export async function backUpLibrary(options: BackUpOptions): Promise<Result<BackedUp>> {
  const { library, to, target, notesFile, tripIds, onProgress } = options
  const signal = options.signal ?? new AbortController().signal
  const place = await makePlace(library.folder, to, target)
  if (!place.ok) return place
  const found = await findTrips(library, tripIds)
  if (!found.ok) return found
  const { folders, problems } = found.value
  const note = await readBackupNote(notesFile, library.folder, to, library.disk)
  const done: BackedUp = {
    path: place.value,
    trips: folders.size,
    copied: 0,
    photos: 0,
    versions: 0,
    problems,
    notes: [],
    left: new Set(folders.keys()),
  }
  for (const [index, [tripId, folder]] of [...folders].entries()) {
    if (signal.aborted) break
    onProgress?.(index / folders.size, folder)
    const copied = await copyWhereNew({ ...options, signal }, { tripId, folder }, place.value, note)
    if (copied.kind === 'failed') {
      done.problems.push(copied.error)
      if (await isOver(copied.error, place.value, target)) break
      continue
    }
    done.left.delete(tripId)
    if (copied.kind === 'unreadable') done.problems.push(copied.error)
    if (copied.kind === 'copied') add(done, copied.value)
  }
  // If all trips were copied before, copying some of them keeps the backup complete.
  const isComplete = done.problems.length === 0 && !signal.aborted && (tripIds === null || note.at !== null)
  await keepBackupNote(notesFile, { ...note, at: isComplete ? now() : note.at }, library.disk)
  return signal.aborted ? stopped() : ok(done)
}

function add(done: BackedUp, { isNew, photos, versions, problems, notes }: CopiedTrip): void {
  if (isNew) done.copied++
  done.photos += photos
  done.versions += versions
  done.problems.push(...problems)
  done.notes.push(...notes)
}

/** The trips to check with their folders, and the failures of what cannot be read in the library. */
async function findTrips(
  library: Library,
  tripIds: ReadonlySet<string> | null,
): Promise<Result<{ folders: ReadonlyMap<string, string>; problems: Failure[] }>> {
  if (tripIds !== null) return await findSome(library, tripIds)
  const listed = await library.list()
  if (!listed.ok) return listed
  const folders = await library.folders()
  if (!folders.ok) return folders
  const unreadable = new Map(listed.value.unreadable.map(({ folder, error }) => [folder, error]))
  const readable = [...folders.value].filter(([, folder]) => !unreadable.has(folder))
  return ok({ folders: new Map(readable), problems: [...unreadable.values()] })
}

/**
 * Finds trips without scanning the whole library, unless a folder has moved. Trips that were deleted in the meantime
 * are left out.
 */
async function findSome(
  library: Library,
  tripIds: ReadonlySet<string>,
): Promise<Result<{ folders: ReadonlyMap<string, string>; problems: Failure[] }>> {
  const folders = new Map<string, string>()
  for (const tripId of tripIds) {
    const place = await library.placeOf(tripId)
    const folder = place.ok ? basename(place.value) : null
    if (folder !== null && (await library.stampsOf(folder)) !== null) {
      folders.set(tripId, folder)
      continue
    }
    const all = await library.folders()
    if (!all.ok) return all
    const moved = all.value.get(tripId)
    if (moved !== undefined) folders.set(tripId, moved)
  }
  return ok({ folders, problems: [] })
}

/** Whether the other trips would fail too: if a disk is missing, it is not tried again for each of a thousand trips. */
async function isOver({ code }: Failure, path: string, target: FileSystem): Promise<boolean> {
  // A smaller trip may still fit on a full disk.
  if (code === 'disk.full' || code === 'backup.newer-copy') return false
  if (code === 'disk.gone' || code === 'disk.read-only') return true
  return target.stat(path).then(
    () => false,
    () => true,
  )
}

type Outcome =
  | { kind: 'same' }
  | { kind: 'copied'; value: CopiedTrip }
  /** Reading from the library failed. */
  | { kind: 'unreadable'; error: Failure }
  /** Writing to the backup failed. */
  | { kind: 'failed'; error: Failure }

async function copyWhereNew(
  options: BackUpOptions & { signal: AbortSignal },
  { tripId, folder }: { tripId: string; folder: string },
  path: string,
  note: BackupNote,
): Promise<Outcome> {
  const { library, target, isThorough = false, signal } = options
  const known = note.trips[tripId]
  if (known !== undefined && !isThorough && isDeepStrictEqual(await library.stampsOf(folder), known.stamps)) {
    const copied = await readFolderStamps(join(path, known.folder), library.layout, target)
    if (isDeepStrictEqual(copied, known.copied)) return { kind: 'same' }
  }
  const snapshot = await library.snapshot(folder)
  // A damaged trip must not replace its last good copy.
  if (!snapshot.ok) return { kind: 'unreadable', error: snapshot.error }
  const copy = await findCopy(path, { tripId, folder }, known, target)
  if (!copy.ok) return { kind: 'failed', error: copy.error }
  const copied = await copyTrip({
    library: library.folder,
    folder,
    snapshot: snapshot.value,
    disk: library.disk,
    path,
    target,
    copy: copy.value,
    known,
    layout: library.layout,
    signal,
  })
  if (!copied.ok) return { kind: 'failed', error: copied.error }
  const { value } = copied
  // An incomplete copy is checked again next time, even if nothing has changed.
  const stamps = value.problems.length === 0 ? snapshot.value.stamps : {}
  note.trips[tripId] = { folder: copy.value.folder, stamps, copied: value.copied }
  return { kind: 'copied', value }
}
