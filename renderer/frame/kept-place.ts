import { type TripTab, tripTabs } from '../../electron/shared/commands.ts'
import { type Place, useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'

/** The place that was shown: identifiers and a date, and nothing that was written. */
interface Spot {
  tripId: string
  tab: TripTab
  day: string | null
  entryId: string | null
}

interface KeptPlace extends Spot {
  /**
   * When the page was last known to respond, in milliseconds since 1970; `null` in a hidden window, whose timers
   * Chromium slows down.
   */
  respondedAt: number | null
}

const KEY = 'place'
/** Interval at which the page notes that it responds, in milliseconds. */
const INTERVAL = 2_000
/**
 * The silence from which the place must have kept the page busy, in milliseconds: less than a window has to be silent
 * before the user is asked whether to open it again.
 */
const HANGS_AFTER = 6_000

/**
 * Remembers the place for a page that is loaded again, as after a crash: the window's own storage lasts exactly as long
 * as the window. Returns a function that ends it.
 */
export function keepPlace(): () => void {
  const stops = [useApp.subscribe(keep), useTrip.subscribe(keep)]
  // A trip may have been opened before this was loaded.
  if (useApp.getState().place.name === 'trip') keep()
  // A page that hangs never comes to this.
  const responding = setInterval(noteResponse, INTERVAL)
  document.addEventListener('visibilitychange', noteResponse)
  return () => {
    for (const stop of stops) stop()
    clearInterval(responding)
    document.removeEventListener('visibilitychange', noteResponse)
    shown = null
  }
}

/**
 * Goes back to the place that was shown before the page was loaded again, unless the page hung there: it would only
 * hang again. The library is shown instead.
 */
export async function returnToPlace(): Promise<void> {
  const kept = read()
  if (kept === null) return
  if (kept.respondedAt !== null && Date.now() - kept.respondedAt > HANGS_AFTER) {
    write(null)
    return
  }
  const { tripId, tab, day, entryId } = kept
  enter({ tripId, tab, day, entryId })
  useApp.getState().goToTrip(tripId, tab)
  await useTrip.getState().open(tripId)
  const { trip, selectDay, selectEntry } = useTrip.getState()
  if (trip?.id !== tripId) return
  if (day !== null) selectDay(day)
  if (trip.entries.some(({ id }) => id === entryId)) selectEntry(entryId, { focus: true })
}

const keep = () => enter(placeNow())

function placeNow(): Spot | null {
  const place: Place = useApp.getState().place
  if (place.name !== 'trip') return null
  const { day, entryId } = useTrip.getState()
  return { tripId: place.tripId, tab: place.tab, day, entryId }
}

let shown: string | null = null

function enter(spot: Spot | null): void {
  const text = JSON.stringify(spot)
  if (text === shown) return
  shown = text
  write(spot)
}

function noteResponse(): void {
  const spot = placeNow()
  if (spot !== null) write(spot)
}

function write(spot: Spot | null): void {
  const place: KeptPlace | null = spot && { ...spot, respondedAt: document.hidden ? null : Date.now() }
  try {
    if (place === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(place))
  } catch {
    // A browser that keeps nothing begins in the library.
  }
}

function read(): KeptPlace | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { tripId, tab, day, entryId, respondedAt } = value as Partial<Record<keyof KeptPlace, unknown>>
    const known = tripTabs.find((id) => id === tab)
    if (typeof tripId !== 'string' || known === undefined) return null
    return {
      tripId,
      tab: known,
      day: typeof day === 'string' ? day : null,
      entryId: typeof entryId === 'string' ? entryId : null,
      respondedAt: typeof respondedAt === 'number' ? respondedAt : null,
    }
  } catch {
    return null
  }
}
