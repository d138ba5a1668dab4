import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { Library } from './library.ts'
import type { FileContents } from '../trip-folder/trip-files.ts'
import type { Saved } from './prepare-update.ts'

/**
 * Changes a trip like `Library.update`, and returns what the change noted about itself together with the new state.
 *
 * @param change a pure function, as for `Library.update`
 */
export async function updateNoting<T>(
  library: Pick<Library, 'update'>,
  tripId: string,
  change: (trip: Trip) => Result<{ trip: Trip; note: T }>,
  contents?: FileContents,
): Promise<Result<Saved & { note: T }>> {
  let noted: { note: T }[] = []
  const saved = await library.update(
    tripId,
    (trip) => {
      const changed = change(trip)
      if (!changed.ok) return changed
      noted = [changed.value]
      return ok(changed.value.trip)
    },
    contents,
  )
  if (!saved.ok) return saved
  const [last] = noted
  if (last === undefined) throw new Error('A trip was changed without its change having been asked.')
  return ok({ ...saved.value, note: last.note })
}
