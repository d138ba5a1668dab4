import type { CopyComparison } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import { compareVersions } from '../history/compare-versions.ts'
import type { Library } from '../library/library.ts'
import { readConflictCopy } from './conflict-copies.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { findBase } from '../history/find-base.ts'

/**
 * Compares a trip and a conflict copy of it with the state that both were made from. Changes nothing.
 *
 * @param name from outside, so it can be anything
 */
export async function compareConflictCopy(
  library: Library,
  tripId: string,
  name: string,
): Promise<Result<CopyComparison>> {
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  const theirs = await readConflictCopy(place.value, name, tripId, library.disk)
  if (!theirs.ok) return theirs
  const ours = await library.open(tripId)
  if (!ours.ok) return ours
  const base = await findBase(library.history, ours.value, theirs.value)
  return ok({
    since: base?.updatedAt ?? null,
    here: base === null ? [] : compareVersions(base, ours.value, null),
    there: compareVersions(base ?? ours.value, theirs.value, null),
    both: mergeTrips(base, ours.value, theirs.value).conflicts,
  })
}
