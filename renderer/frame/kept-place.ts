import { type TripTab, tripTabs } from '../../electron/shared/commands.ts'
import { type Place, useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'

/** The place that was shown: identifiers and a date, and nothing that was written. */
interface KeptPlace {
  tripId: string
  tab: TripTab
  day: string | null
  entryId: string | null
}

const KEY = 'place'

/**
 * Remembers the place for a page that is loaded again, as after a crash: the window's own storage lasts exactly as long
 * as the window. Returns a function that ends it.
 */
export function keepPlace(): () => void {
  const stops = [useApp.subscribe(keep), useTrip.subscribe(keep)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Goes back to the place that was shown before the page was loaded again. */
export async function returnToPlace(): Promise<void> {
  const kept = read()
  if (kept === null) return
  useApp.getState().goToTrip(kept.tripId, kept.tab)
  await useTrip.getState().open(kept.tripId)
  const { trip, selectDay, selectEntry } = useTrip.getState()
  if (trip?.id !== kept.tripId) return
  if (kept.day !== null) selectDay(kept.day)
  if (trip.entries.some(({ id }) => id === kept.entryId)) selectEntry(kept.entryId, { focus: true })
}

const keep = () => write(placeNow())

function placeNow(): KeptPlace | null {
  const place: Place = useApp.getState().place
  if (place.name !== 'trip') return null
  const { day, entryId } = useTrip.getState()
  return { tripId: place.tripId, tab: place.tab, day, entryId }
}

let written: string | null = null

function write(place: KeptPlace | null): void {
  const text = place === null ? null : JSON.stringify(place)
  if (text === written) return
  written = text
  try {
    if (text === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, text)
  } catch {
    // A browser that keeps nothing begins in the library.
  }
}

function read(): KeptPlace | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { tripId, tab, day, entryId } = value as Partial<Record<keyof KeptPlace, unknown>>
    const known = tripTabs.find((id) => id === tab)
    if (typeof tripId !== 'string' || known === undefined) return null
    return {
      tripId,
      tab: known,
      day: typeof day === 'string' ? day : null,
      entryId: typeof entryId === 'string' ? entryId : null,
    }
  } catch {
    return null
  }
}
