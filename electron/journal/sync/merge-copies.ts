import type { Conflict, ConflictCopy } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Library, Merged } from '../library/library.ts'
import { descends } from '../trip-file/writers.ts'
import { findConflictCopies, retireConflictCopy, readConflictCopy } from './conflict-copies.ts'
import { findBase } from '../history/find-base.ts'
import { message } from '../../shared/messages/message.ts'

/** Lists the conflict copies of a trip's file with their contents. */
export async function listConflictCopies(library: Library, tripId: string): Promise<Result<ConflictCopy[]>> {
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  try {
    const copies: ConflictCopy[] = []
    for (const name of await findConflictCopies(place.value, library.disk)) {
      const trip = await readConflictCopy(place.value, name, tripId, library.disk)
      copies.push(
        trip.ok
          ? { name, holds: { updatedAt: trip.value.updatedAt, entries: trip.value.entries.length }, error: null }
          : { name, holds: null, error: trip.error },
      )
    }
    return ok(copies)
  } catch (error) {
    return diskFailure(error, message('attempt.find-copies'))
  }
}

/**
 * Merges a conflict copy into its trip, then moves it out of the trip's folder. Keeps both states as versions first.
 *
 * @param name untrusted
 */
export async function mergeConflictCopy(library: Library, tripId: string, name: string): Promise<Result<Merged>> {
  const done = await mergeCopy(library, tripId, name)
  if (!done.ok) return done
  const { ours, merged } = done.value
  if (merged !== null) return ok(merged)
  const kept = await library.keepVersion(tripId)
  return kept.ok ? ok({ trip: ours, savedAt: ours.updatedAt, conflicts: [], undoVersionId: kept.value }) : kept
}

/**
 * Merges every readable conflict copy of a trip. Resolves with `null` if there are no copies, or nothing new in them.
 */
export async function mergeAllCopies(library: Library, tripId: string): Promise<Result<Merged | null>> {
  const copies = await listConflictCopies(library, tripId)
  if (!copies.ok) return copies
  const conflicts: Conflict[] = []
  let last: Merged | null = null
  for (const { name, holds } of copies.value) {
    if (holds === null) continue
    const done = await mergeCopy(library, tripId, name)
    if (!done.ok) return done
    const { merged } = done.value
    if (merged === null) continue
    conflicts.push(...merged.conflicts)
    last = { ...merged, conflicts }
  }
  return ok(last)
}

/** Merges another state of a trip into it. Resolves with `null` if the trip already contains all of that state. */
export async function mergeState(library: Library, ours: Trip, theirs: Trip): Promise<Result<Merged | null>> {
  if (descends(ours, theirs)) return ok(null)
  return await library.merge(ours.id, theirs, await findBase(library.history, ours, theirs))
}

async function mergeCopy(
  library: Library,
  tripId: string,
  name: string,
): Promise<Result<{ ours: Trip; merged: Merged | null }>> {
  const opened = await openWithCopy(library, tripId, name)
  if (!opened.ok) return opened
  const { folder, ours, theirs } = opened.value
  const merged = await mergeState(library, ours, theirs)
  if (!merged.ok) return merged
  const retired = await retireConflictCopy(library.folder, folder, name, tripId, library.disk)
  // The merged trip is saved. If the copy stays, it is found again, and merging it again changes nothing.
  if (!retired.ok && retired.error.code !== 'conflict.missing') return retired
  return ok({ ours, merged: merged.value })
}

/**
 * Opens a trip, its folder (absolute), and a conflict copy of it.
 *
 * @param name the copy's name; untrusted
 */
export async function openWithCopy(
  library: Library,
  tripId: string,
  name: string,
): Promise<Result<{ folder: string; ours: Trip; theirs: Trip }>> {
  const folder = await library.placeOf(tripId)
  if (!folder.ok) return folder
  const theirs = await readConflictCopy(folder.value, name, tripId, library.disk)
  if (!theirs.ok) return theirs
  const ours = await library.open(tripId)
  return ours.ok ? ok({ folder: folder.value, ours: ours.value, theirs: theirs.value }) : ours
}
