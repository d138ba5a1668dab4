import { dayAt } from '../../shared/time.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { TripSummary } from '../../shared/contract/library.ts'
import type { Library } from '../library/library.ts'
import type { PlaceFile } from '../library/place-file.ts'

/** What it takes to find that trip. */
interface Surroundings {
  readonly library: Library
  /** Where the window was. */
  readonly place: PlaceFile
  /** The moment at the venue. */
  readonly moment: () => string
}

/** The trip that something captured belongs to: the one under way, the open one first; or else the open one. */
export async function findCaptureTrip({ library, place, moment }: Surroundings): Promise<Result<TripSummary>> {
  const found = await library.list()
  if (!found.ok) return found
  const open = (await place.read(library.folder))?.tripId
  const trips = found.value.trips.filter(({ isNewer }) => !isNewer)
  const underWay = trips.filter(({ firstDay, lastDay, timeZone }) => {
    const today = dayAt(moment(), timeZone)
    return firstDay <= today && today <= lastDay
  })
  const trip = underWay.find(({ id }) => id === open) ?? underWay[0] ?? trips.find(({ id }) => id === open)
  return trip === undefined ? fail('capture.no-trip') : ok(trip)
}
