import { useTrip } from './open-trip.ts'
import { useReadOnly } from './read-only.ts'

/** Whether the open trip is read-only, because the library is or because a newer Lanyard wrote the trip. */
export function useTripReadOnly(): boolean {
  const isReadOnly = useReadOnly()
  const isRefused = useTrip((state) => state.refusal !== null)
  return isReadOnly || isRefused
}
