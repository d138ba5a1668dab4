import { useReadOnly } from './read-only.ts'
import { useTripStatus } from './trip-status.ts'

/** Whether the open trip is read-only, because the library is or because a newer Lanyard wrote the trip. */
export function useTripReadOnly(): boolean {
  const isReadOnly = useReadOnly()
  const isRefused = useTripStatus((state) => state.refusal !== null)
  return isReadOnly || isRefused
}
