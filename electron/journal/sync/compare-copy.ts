import type { CopyComparison } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import { compareVersions } from '../history/compare-versions.ts'
import type { Library } from '../library/library.ts'
import { openWithCopy } from './merge-copies.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { findBase } from '../history/find-base.ts'

/**
 * Compares a trip and a conflict copy of it with the state from which both were made. Changes nothing.
 *
 * @param name untrusted
 */
export async function compareConflictCopy(
  library: Library,
  tripId: string,
  name: string,
): Promise<Result<CopyComparison>> {
  const opened = await openWithCopy(library, tripId, name)
  if (!opened.ok) return opened
  const { ours, theirs } = opened.value
  const base = await findBase(library.history, ours, theirs)
  return ok({
    since: base?.updatedAt ?? null,
    here: base === null ? [] : compareVersions(base, ours, null),
    there: compareVersions(base ?? ours, theirs, null),
    both: mergeTrips(base, ours, theirs).conflicts,
  })
}
