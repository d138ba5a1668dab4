import { join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { syncFolder } from '../disk/write-durably.ts'
import type { History } from '../history/history.ts'
import { historyFolder, makeHistoryFolder } from '../history/version-files.ts'
import { versionIdAt } from '../history/version-id.ts'
import { decodeTrip } from '../trip-file/trip-file.ts'
import { commonAncestors } from '../merge/ancestors.ts'
import { descends, lastInCommon } from '../trip-file/writers.ts'

/**
 * How programs that keep folders the same on several computers name what they could not decide about. A name that only
 * looks as if somebody has made a copy is none: an old copy is no other side of anything.
 */
const patterns = [
  // Syncthing: trip.sync-conflict-20260414-101500-ABCDEFG.json
  /^trip\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?\.json$/,
  // Dropbox and Nextcloud: trip (Ada's conflicted copy 2026-04-14).json, trip (conflicted copy 2026-04-14 101500).json
  /^trip \([^()]*conflicted copy[^()]*(\([^()]*\))?\)( \(\d+\))?\.json$/i,
  // ownCloud: trip_conflict-20260414-101500.json
  /^trip_conflict-\d{8}-\d{6}\.json$/,
  // Seafile: trip (SFConflict ada@example.com 2026-04-14-10-15-00).json
  /^trip \(SFConflict [^()]*\)\.json$/,
]

export function isConflictCopy(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name))
}

/**
 * The conflict copies in a trip's folder, in the order of their names.
 *
 * @param folder the trip's, absolute
 * @throws the file system's error
 */
export async function findConflictCopies(folder: string, fileSystem: FileSystem): Promise<string[]> {
  const items = await fileSystem.readFolder(folder)
  return items
    .filter((item) => isConflictCopy(item.name) && !item.isDirectory() && !item.isSymbolicLink())
    .map((item) => item.name)
    .toSorted()
}

/**
 * Reads a conflict copy of a trip.
 *
 * @param name from outside, so anything
 */
export async function readConflictCopy(
  folder: string,
  name: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<Trip>> {
  const trip = await decodeConflictCopy(folder, name, fileSystem)
  if (trip.ok && trip.value.id !== tripId)
    return fail('trip.damaged', `"${name}" is of another trip. It is left as it is.`)
  return trip
}

/** Reads a conflict copy beside a trip, of whichever trip it is. */
export async function decodeConflictCopy(folder: string, name: string, fileSystem: FileSystem): Promise<Result<Trip>> {
  if (!isConflictCopy(name)) return copyMissing()
  try {
    const file = await fileSystem.open(join(folder, name), 'r')
    try {
      return decodeTrip(await file.readFile(), name)
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return isMissing(error) ? copyMissing() : diskFailure(error, `read "${name}"`)
  }
}

/** So many versions are looked into; what both began with is most often the newest that is older than both. */
const MOST_LOOKS = 50

/** The last state that both were made from, if a version of it is kept; `null`: none is, or nobody knows. */
export async function findBase(history: History, ours: Trip, theirs: Trip): Promise<Trip | null> {
  const common = new Set(commonAncestors(ours, theirs).map(versionIdAt))
  const ends = [lastInCommon(ours, theirs), ours.updatedAt, theirs.updatedAt].flatMap((at) => at ?? [])
  const [end = ''] = ends.map(versionIdAt).toSorted()
  const names = (await history.names(ours.id)).filter((name) => name <= end)
  for (const [index, name] of names.entries()) {
    const isCommon = common.has(name)
    if (index >= MOST_LOOKS && !isCommon) continue
    // Always as it was kept: what says of itself that it is that state may have been changed by hand since.
    const version = await history.read(ours.id, name)
    if (!version.ok) continue
    if (isCommon || (descends(ours, version.value) && descends(theirs, version.value))) return version.value
  }
  return null
}

/**
 * Moves a conflict copy that was merged out of the trip's folder, to where it can still be found.
 *
 * @returns where it is now, absolute
 */
export async function putAwayConflictCopy(
  library: string,
  folder: string,
  name: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<string>> {
  if (!isConflictCopy(name)) return copyMissing()
  const place = join(historyFolder(library, tripId), 'conflicts')
  const target = join(place, name)
  try {
    await makeHistoryFolder(library, tripId, fileSystem)
    await fileSystem.makeFolder(place)
    // The name tells when and where it was made, so that another of that name is the same.
    await fileSystem.rename(join(folder, name), target)
    await syncFolder(place, fileSystem)
    await syncFolder(historyFolder(library, tripId), fileSystem)
    await syncFolder(folder, fileSystem)
    return ok(target)
  } catch (error) {
    return isMissing(error) ? copyMissing() : diskFailure(error, `move "${name}" out of the way`)
  }
}

function copyMissing(): Result<never> {
  return fail(
    'conflict.missing',
    'This copy is no longer in the folder of the trip. It may have been merged elsewhere.',
  )
}
