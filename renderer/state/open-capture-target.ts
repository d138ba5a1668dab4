import { dayAt } from '../../electron/shared/time.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { clockNow } from './clock.ts'
import { openEntry } from './go-to-entry.ts'
import { useTrip } from './open-trip.ts'
import { firstDayToShow } from './session-slice.ts'
import { openHappening } from './open-happening.ts'
import { readNow } from './read-now.ts'

/**
 * Opens the entry that something captured goes to, with the cursor in its text: the one about the talk that is on, or
 * else the open one, or else a new note. Resolves to whether there is one.
 */
export async function openCaptureTarget(): Promise<boolean> {
  const { trip, entryId } = useTrip.getState()
  if (trip === null) return false
  const { current } = readNow(trip)
  if (current !== null) {
    await openHappening(current)
    return true
  }
  if (entryId !== null) return openEntry(trip.id, entryId)
  return (await useTrip.getState().addEntry('note', dayOfCapture(trip))) !== null
}

/** The day of a new entry: today during the trip, otherwise the one that is shown. */
export function dayOfCapture(trip: Trip): string {
  const today = dayAt(clockNow(), trip.timeZone)
  const isUnderWay = trip.firstDay <= today && today <= trip.lastDay
  return isUnderWay ? today : (useTrip.getState().day ?? firstDayToShow(trip, today))
}
