import type { Conflict, ConflictCopy } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { Library, Merged } from '../library/library.ts'
import { findBase, findConflictCopies, putAwayConflictCopy, readConflictCopy } from './conflict-copies.ts'

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
    return diskFailure(error, 'look for copies of the trip')
  }
}

/**
 * Merges a conflict copy into its trip and then moves it out of the trip's folder. Both states are kept as versions
 * before.
 *
 * @param name from outside, so anything
 */
export async function mergeConflictCopy(library: Library, tripId: string, name: string): Promise<Result<Merged>> {
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  const theirs = await readConflictCopy(place.value, name, tripId, library.disk)
  if (!theirs.ok) return theirs
  const ours = await library.open(tripId)
  if (!ours.ok) return ours
  const base = await findBase(library.history, ours.value, theirs.value)
  const merged = await library.merge(tripId, theirs.value, base)
  if (!merged.ok) return merged
  const away = await putAwayConflictCopy(library.folder, place.value, name, tripId, library.disk)
  // What was merged is saved. A copy that stays is found again, and to merge it again changes nothing.
  if (!away.ok && away.error.code !== 'conflict.missing') return away
  return merged
}

/** Merges every conflict copy beside a trip that can be read. `null`: there was none. */
export async function mergeAllCopies(library: Library, tripId: string): Promise<Result<Merged | null>> {
  const copies = await listConflictCopies(library, tripId)
  if (!copies.ok) return copies
  const conflicts: Conflict[] = []
  let last: Merged | null = null
  for (const { name, holds } of copies.value) {
    if (holds === null) continue
    const merged = await mergeConflictCopy(library, tripId, name)
    if (!merged.ok) return merged
    conflicts.push(...merged.value.conflicts)
    last = { ...merged.value, conflicts }
  }
  return ok(last)
}
