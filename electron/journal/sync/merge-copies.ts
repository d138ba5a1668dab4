import type { Conflict, ConflictCopy } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Library, Merged } from '../library/library.ts'
import { descends } from '../trip-file/writers.ts'
import { findConflictCopies, putAwayConflictCopy, readConflictCopy } from './conflict-copies.ts'
import { findBase } from '../history/find-base.ts'
import { message } from '../../shared/messages/message.ts'

/** The conflict copies beside a trip, and what is in them. */
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
 * Merges a conflict copy into its trip and then moves it out of the trip's folder. Both states are kept as versions
 * before.
 *
 * @param name from outside, so anything
 */
export async function mergeConflictCopy(library: Library, tripId: string, name: string): Promise<Result<Merged>> {
  const taken = await takeCopy(library, tripId, name)
  if (!taken.ok) return taken
  const { ours, merged } = taken.value
  if (merged !== null) return ok(merged)
  const kept = await library.keepVersion(tripId)
  return kept.ok ? ok({ trip: ours, savedAt: ours.updatedAt, conflicts: [], undoVersionId: kept.value }) : kept
}

/** Merges every conflict copy beside a trip that can be read. `null`: there was none, or nothing new in them. */
export async function mergeAllCopies(library: Library, tripId: string): Promise<Result<Merged | null>> {
  const copies = await listConflictCopies(library, tripId)
  if (!copies.ok) return copies
  const conflicts: Conflict[] = []
  let last: Merged | null = null
  for (const { name, holds } of copies.value) {
    if (holds === null) continue
    const taken = await takeCopy(library, tripId, name)
    if (!taken.ok) return taken
    const { merged } = taken.value
    if (merged === null) continue
    conflicts.push(...merged.conflicts)
    last = { ...merged, conflicts }
  }
  return ok(last)
}

/** Merges another state of a trip into it. `null`: all of that state is in it already. */
export async function mergeState(library: Library, ours: Trip, theirs: Trip): Promise<Result<Merged | null>> {
  if (descends(ours, theirs)) return ok(null)
  return await library.merge(ours.id, theirs, await findBase(library.history, ours, theirs))
}

async function takeCopy(
  library: Library,
  tripId: string,
  name: string,
): Promise<Result<{ ours: Trip; merged: Merged | null }>> {
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  const theirs = await readConflictCopy(place.value, name, tripId, library.disk)
  if (!theirs.ok) return theirs
  const ours = await library.open(tripId)
  if (!ours.ok) return ours
  const merged = await mergeState(library, ours.value, theirs.value)
  if (!merged.ok) return merged
  const away = await putAwayConflictCopy(library.folder, place.value, name, tripId, library.disk)
  // What was merged is saved. A copy that stays is found again, and to merge it again changes nothing.
  if (!away.ok && away.error.code !== 'conflict.missing') return away
  return ok({ ours: ours.value, merged: merged.value })
}
