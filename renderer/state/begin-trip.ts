import type { Result } from '../../electron/shared/result.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from './clock.ts'
import type { Trip, TripDetails } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { noteAdded } from './library-changes.ts'
import { useTrip } from './open-trip.ts'
import { firstDayToShow } from './session-slice.ts'

/** Creates a trip and opens it with a first note and the cursor in it, ready for writing. */
export async function beginTrip(details: TripDetails): Promise<Result<Trip>> {
  const answer = await bridge.call('trips.create', details)
  if (!answer.ok) return answer
  const { trip } = answer.value
  noteAdded(trip)
  useTrip.getState().show(trip)
  useApp.getState().goToTrip(trip.id, 'journal')
  await useTrip.getState().addEntry('note', firstDayToShow(trip, dayAt(clockNow(), trip.timeZone)))
  return { ok: true, value: trip }
}
