import type { NewTripDetails } from '../state/programme-slice.ts'
import { type Result } from '../../electron/shared/result.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { noteAdded } from '../state/library-changes.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'

/** Creates a trip from a programme that was understood, and opens its programme. */
export async function beginFromProgramme(draftId: string, details: NewTripDetails): Promise<Result<Trip>> {
  const answer = await bridge.call('programme.apply', { draftId, tripId: null, details })
  if (!answer.ok) return answer
  const { trip } = answer.value
  noteAdded(trip)
  useTrip.getState().show(trip)
  useApp.getState().goToTrip(trip.id, 'programme')
  void useLibrary.getState().refresh()
  return { ok: true, value: trip }
}
