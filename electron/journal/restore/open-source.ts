import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { BACKUP_FOLDER } from '../backup/backup-place.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { readAllAbout } from '../history/about-file.ts'
import { type History, openHistory } from '../history/history.ts'
import { nameLost } from '../history/name-lost.ts'
import { readTripIn, scanLibrary } from '../library/scan-library.ts'
import type { Watched } from '../library/watched.ts'
import { message } from '../../shared/messages/message.ts'

/** A trip that can be restored from a source: its file, its versions, or both. */
export interface SourceTrip {
  tripId: string
  title: string
  /** The name of its folder in the source; `null` if there are only versions. */
  folder: string | null
  /** The contents of its file; `null` if there is no readable file, only versions. */
  holds: { updatedAt: string; entries: number } | null
}

/** A folder from which trips can be restored: a backup, or any library. It is never changed. */
export interface Source {
  /** Absolute. */
  folder: string
  disk: FileSystem
  history: History
  trips: SourceTrip[]
}

/**
 * Opens a folder that contains a backup, or is a backup or a library.
 *
 * @param chosen absolute
 * @param watched is called for each folder; aborting it makes this return a cancellation
 */
export async function openSource(chosen: string, disk: FileSystem, watched: Watched = {}): Promise<Result<Source>> {
  try {
    const folder = await findFolder(chosen, disk)
    const found = await scanLibrary(
      folder,
      { inMemory: () => null, fromLastTime: new Map(), wasTrip: async () => true },
      disk,
      watched,
    )
    if (watched.signal?.aborted === true) return fail('cancelled.search', { place: chosen })
    const trips = new Map<string, SourceTrip>()
    for (const each of found) {
      if (!each.ok || trips.has(each.summary.id)) continue
      const { id, title, updatedAt, entries } = each.summary
      trips.set(id, { tripId: id, title, folder: each.folder, holds: { updatedAt, entries } })
    }
    // There may be versions of a trip that is damaged in the source or whose folder is missing there.
    const unreadable = found.flatMap((each) => (each.ok ? [] : [{ folder: each.folder, error: each.error }]))
    for (const { tripId, title, folder: lost } of await nameLost(folder, unreadable, disk)) {
      if (tripId !== null && !trips.has(tripId)) trips.set(tripId, { tripId, title, folder: lost, holds: null })
    }
    for (const [tripId, { title }] of await readAllAbout(folder, disk)) {
      if (!trips.has(tripId)) trips.set(tripId, { tripId, title, folder: null, holds: null })
    }
    if (trips.size === 0) return fail('restore.no-trips', { place: chosen })
    return ok({ folder, disk, history: openHistory({ library: folder, fileSystem: disk }), trips: [...trips.values()] })
  } catch (error) {
    if (isMissing(error)) return fail('restore.no-folder', { place: chosen })
    return diskFailure(error, message('attempt.read-folder', { name: chosen }))
  }
}

/** Reads a trip from a source: from its file, or from its newest version if the file cannot be read. */
export async function readSourceTrip(source: Source, { tripId, folder }: SourceTrip): Promise<Result<Trip>> {
  const read = folder === null ? null : await readTripIn(join(source.folder, folder), folder, source.disk)
  if (read?.ok === true || read?.error.code === 'trip.newer') return read
  const versions = await source.history.list(tripId)
  if (!versions.ok) return versions
  const [newest] = versions.value
  if (newest !== undefined) return await source.history.read(tripId, newest.versionId)
  return read ?? fail('version.none-there')
}

/** Accepts both the folder that the user chose in the settings and the one that Lanyard created in it. */
async function findFolder(chosen: string, disk: FileSystem): Promise<string> {
  const inside = join(chosen, BACKUP_FOLDER)
  const isBackup = await disk.stat(inside).then(
    (stat) => stat.isDirectory(),
    () => false,
  )
  if (!isBackup) await disk.stat(chosen)
  return isBackup ? inside : chosen
}
