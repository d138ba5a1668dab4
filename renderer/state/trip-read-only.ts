import { useTrip } from './open-trip.ts'
import { useReadOnly } from './read-only.ts'

/** Whether the open trip can only be read: for the library is so, or for a newer Lanyard wrote this trip. */
export function useTripReadOnly(): boolean {
  const isReadOnly = useReadOnly()
  const isRefused = useTrip((state) => state.refusal !== null)
  return isReadOnly || isRefused
}
