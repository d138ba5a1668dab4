import type { Conflict } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { History } from '../history/history.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../trip-file/sides.ts'
import type { FileContents } from '../trip-folder/trip-files.ts'
import type { Merged } from './library.ts'
import type { TripStore } from './trip-store.ts'

export interface MergeOrder {
  theirs: Trip
  /** What both states come from; `null` if nobody knows. */
  base: Trip | null
  /** The files that `theirs` needs. */
  contents: FileContents
  history: History
}

/** Merges another state of a trip into it. Both states are kept as versions before anything is changed. */
export async function mergeInto(
  store: TripStore,
  folder: string,
  { theirs, base, contents, history }: MergeOrder,
): Promise<Result<Merged>> {
  const ours = await store.readToChange()
  if (!ours.ok) return ours
  const undo = await history.keep(folder, ours.value)
  if (!undo.ok) return undo
  const kept = await history.keep(folder, theirs)
  if (!kept.ok) return kept
  let conflicts: Conflict[] = []
  const change = (trip: Trip) => {
    const merged = mergeTrips(base, trip, theirs)
    conflicts = merged.conflicts
    return ok(isSame(merged.trip, trip) ? trip : merged.trip)
  }
  const saved = await store.update(change, contents, true)
  return saved.ok ? ok({ ...saved.value, conflicts, undoVersionId: undo.value }) : saved
}
