import type { KeptPlace } from '../../electron/shared/kept-place.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { clockNow } from '../state/clock.ts'
import { useLibrary } from '../state/library-state.ts'
import type * as places from './places.ts'

let loaded: typeof places | null = null

/** Loads what shows a place again and notes places, with the code of trips. */
export async function loadPlaces(): Promise<typeof places> {
  loaded ??= await import('./places.ts')
  return loaded
}

/** Notes where the window is, because it is about to close. */
export async function keepLastPlace(): Promise<void> {
  await loaded?.keepLastPlace()
}

const LOADED = 'loaded'

/** Whether the window has shown this page before. Notes that it does now. */
export function isLoadedAgain(): boolean {
  try {
    const isAgain = sessionStorage.getItem(LOADED) !== null
    sessionStorage.setItem(LOADED, 'yes')
    return isAgain
  } catch {
    return false
  }
}

/**
 * Opens the window where it was closed; during a trip, on today. If it was closed in the library, a trip that is under
 * way opens as soon as the library has been read, unless the user has done something by then.
 *
 * @param place where it was closed; `null` if it was in the library
 * @param reading resolves when the library has been read
 */
export async function resume(place: KeptPlace | null, reading: Promise<void>): Promise<void> {
  // A page that hung there the last time would only hang again.
  if (place?.isOpening === true) return send(null)
  if (place !== null) return goBack(place)
  const idle = whileIdle()
  await reading
  const trip = (useLibrary.getState().trips ?? []).find(isUnderWay)
  if (trip && idle()) await goBack({ ...noPlace, tripId: trip.id })
}

const noPlace = { tab: 'journal', day: null, isAll: false, entryId: null, scroll: 0, isOpening: false } as const

async function send(place: KeptPlace | null): Promise<void> {
  await bridge.call('app.keepPlace', { place })
}

type Days = { firstDay: string; lastDay: string; timeZone: string }

/** Whether a trip takes place today. */
export function isUnderWay({ firstDay, lastDay, timeZone }: Days): boolean {
  const today = dayAt(clockNow(), timeZone)
  return firstDay <= today && today <= lastDay
}

async function goBack(place: KeptPlace): Promise<void> {
  const { tripId, tab } = place
  void send({ ...place, isOpening: true })
  // Requested at the same time as the code that shows it.
  const asked = bridge.call('trips.open', { tripId })
  useApp.getState().goToTrip(tripId, tab)
  const { showPlace } = await loadPlaces()
  await showPlace(place, asked)
}

/** Returns a function that says whether the user has done nothing since. */
function whileIdle(): () => boolean {
  const { place, dialog } = useApp.getState()
  let isIdle = true
  const stop = () => {
    isIdle = false
    for (const name of ['keydown', 'pointerdown']) window.removeEventListener(name, stop, true)
  }
  for (const name of ['keydown', 'pointerdown']) window.addEventListener(name, stop, true)
  return () => {
    const is = useApp.getState()
    const isSame = isIdle && is.place === place && is.dialog === dialog
    stop()
    return isSame
  }
}
