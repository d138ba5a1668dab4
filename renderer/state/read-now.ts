import { type Now, nowAt } from '../../electron/shared/programme/now-at.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { clockNow } from './clock.ts'
import { useTrip } from './open-trip.ts'

/** What is on and what is next in the open trip at this moment. */
export function readNow(trip: Trip): Now {
  const { programme, plan } = useTrip.getState()
  return nowAt({ ...trip, programme, plan, at: clockNow() })
}

/**
 * Whether a trip opens on what is on now: on a day of its programme. Without a programme there is nothing to choose from,
 * and its journal is ready to be written in.
 */
export function opensOnNow(trip: Trip): boolean {
  const { isConferenceDay, on, next } = readNow(trip)
  return isConferenceDay && [...on, ...next].some(({ session }) => session !== null)
}
