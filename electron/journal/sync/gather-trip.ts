import { basename, join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import type { Conflict } from '../../shared/history.ts'
import { readTripIn } from '../library/scan-library.ts'
import type { Library, Merged } from '../library/library.ts'
import { shownTripFile } from '../trip-folder/trip-json.ts'
import { detachForeignCopies } from './detach-foreign-copies.ts'
import { mergeAllCopies, mergeState } from './merge-copies.ts'
import { mergePartCopies } from './merge-part-copies.ts'
import { reclaimFiles } from './reclaim-files.ts'
import { isSame } from '../trip-file/sides.ts'

export interface Gathered {
  /** The trip with the changes that were merged into it; `null` if there were no changes. */
  merged: Merged | null
  /** The ids of other trips that were hidden beside it and now have their own folders. */
  detached: string[]
}

/**
 * Brings together what belongs to a trip and was left elsewhere by sync programs because the trip was changed on two
 * computers: conflict copies beside it, a second folder with the same trip, pictures that were separated from it. If
 * there is nothing of the kind, this only costs reading a few folders.
 *
 * @param mayMerge whether to merge changes from elsewhere without asking; otherwise they stay where they are
 */
export async function gatherTrip(library: Library, tripId: string, mayMerge = true): Promise<Result<Gathered>> {
  const opened = await library.open(tripId)
  if (!opened.ok) return opened
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  const detached = await detachForeignCopies(library, basename(place.value), opened.value)
  if (!detached.ok) return detached
  const merged = mayMerge ? await mergeOthers(library, tripId) : ok(null)
  if (!merged.ok) return merged
  const trip = merged.value?.trip ?? opened.value
  const parts = await mergePartCopies(library, trip, place.value)
  if (!parts.ok) return parts
  await reclaimFiles(library, basename(place.value), trip)
  return ok({ merged: merged.value, detached: detached.value })
}

/**
 * Merges changes from other folders with the same trip: one computer has renamed the folder, and the other has
 * continued to write to the old one. The folders stay; the user has to decide which name to keep.
 */
async function mergeDuplicates(library: Library, tripId: string): Promise<Result<Merged | null>> {
  const conflicts: Conflict[] = []
  let last: Merged | null = null
  for (const folder of library.duplicateFolders(tripId)) {
    const theirs = await readTripIn(join(library.folder, folder), shownTripFile(folder), library.disk)
    const ours = await library.open(tripId)
    if (!ours.ok) return ours
    // A state that is already known is usually an old copy made by hand; a state without writers is even older.
    if (!theirs.ok || theirs.value.id !== tripId || theirs.value.writers === undefined) continue
    if (isSame(ours.value, theirs.value)) continue
    const merged = await mergeState(library, ours.value, theirs.value)
    if (!merged.ok) return merged
    if (merged.value === null) continue
    conflicts.push(...merged.value.conflicts)
    last = { ...merged.value, conflicts }
  }
  return ok(last)
}

async function mergeOthers(library: Library, tripId: string): Promise<Result<Merged | null>> {
  const copies = await mergeAllCopies(library, tripId)
  if (!copies.ok) return copies
  const duplicates = await mergeDuplicates(library, tripId)
  if (!duplicates.ok) return duplicates
  if (copies.value === null || duplicates.value === null) return ok(duplicates.value ?? copies.value)
  const { conflicts, undoVersionId } = copies.value
  return ok({ ...duplicates.value, conflicts: [...conflicts, ...duplicates.value.conflicts], undoVersionId })
}
