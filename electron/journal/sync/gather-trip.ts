import { basename, join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import type { Conflict } from '../../shared/history.ts'
import { reclaimPhotos } from '../library/reclaim-photos.ts'
import { readTripFile } from '../library/scan-library.ts'
import type { Library, Merged } from '../library/library.ts'
import { TRIP_FILE } from '../trip-file/trip-file.ts'
import { detachForeignCopies } from './detach-foreign-copies.ts'
import { mergeAllCopies, mergeState } from './merge-copies.ts'
import { isSame } from '../trip-file/sides.ts'

/** What has come to a trip from what was beside it. */
export interface Gathered {
  /** `null`: nothing has. */
  merged: Merged | null
  /** Other trips that were hidden beside it and have a folder of their own now. */
  detached: string[]
}

/**
 * Brings together all that belongs to a trip and that programs for shared folders have left elsewhere, because it was
 * changed on two computers: conflict copies beside it, a second folder with the same trip, pictures that went another
 * way than the trip. Where there is nothing of that, it costs two looks into folders.
 *
 * @param mayMerge whether what was written elsewhere is merged without asking; else it stays where it is
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
  await reclaimPhotos(library.folder, basename(place.value), trip, library.disk)
  return ok({ merged: merged.value, detached: detached.value })
}

/**
 * Merges what stands in other folders with the same trip: one computer has renamed the folder, and the other has written
 * on in it. The folders stay; a person has to say which name is wanted.
 */
async function mergeTwins(library: Library, tripId: string): Promise<Result<Merged | null>> {
  const conflicts: Conflict[] = []
  let last: Merged | null = null
  for (const folder of library.twinsOf(tripId)) {
    const twin = await readTripFile(join(library.folder, folder, TRIP_FILE), `${folder}/${TRIP_FILE}`, library.disk)
    const ours = await library.open(tripId)
    if (!ours.ok) return ours
    // What is known already is most often an old copy that somebody made by hand; of what is older still, nobody knows.
    if (!twin.ok || twin.value.id !== tripId || twin.value.writers === undefined) continue
    if (isSame(ours.value, twin.value)) continue
    const merged = await mergeState(library, ours.value, twin.value)
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
  const twins = await mergeTwins(library, tripId)
  if (!twins.ok) return twins
  if (copies.value === null || twins.value === null) return ok(twins.value ?? copies.value)
  const { conflicts, undoVersionId } = copies.value
  return ok({ ...twins.value, conflicts: [...conflicts, ...twins.value.conflicts], undoVersionId })
}
