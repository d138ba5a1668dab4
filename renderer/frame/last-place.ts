import type { KeptPlace } from '../../electron/shared/kept-place.ts'
import { dayAt } from '../../electron/shared/time.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { clockNow } from '../state/clock.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'

/** Pause after a change of place before it is noted, in milliseconds. */
const PAUSE = 1_000
/** How long the page has to respond in a place before it counts as harmless, in milliseconds. */
const SETTLES_AFTER = 6_000

/** Until when, in milliseconds since 1970, the page has only just gone to its place. */
let settlesAt = 0
/** The place to which it is going back, until it is there. */
let goal: KeptPlace | null = null
/** Whether the page has begun to show the place where it was closed. Before that, it does not know where it is. */
let isFollowed = false

const entryScroller = () => document.querySelector<HTMLElement>('.entry-pane')

function placeNow(): KeptPlace | null {
  const { place } = useApp.getState()
  if (place.name !== 'trip') return null
  const isOpening = Date.now() < settlesAt
  const { tripId, tab } = place
  if (goal?.tripId === tripId) return { ...goal, tab, isOpening }
  const { day, all, entryId } = useTrip.getState()
  const scroll = entryScroller()?.scrollTop ?? 0
  return { tripId, tab, day, isAll: all !== null, entryId, scroll, keptAt: clockNow(), isOpening }
}

async function send(place: KeptPlace | null): Promise<void> {
  await bridge.call('app.keepPlace', { place })
}

/** Notes where the window is, because it is about to close. */
export async function keepLastPlace(): Promise<void> {
  if (!isFollowed) return
  settlesAt = 0
  // A disk that does not respond must not keep the window open.
  await Promise.race([send(placeNow()), new Promise((resolve) => setTimeout(resolve, PAUSE))])
}

/** Notes where the window is whenever that changes, for the next time it opens. Returns a function that ends it. */
export function followPlace(): () => void {
  isFollowed = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (pause = PAUSE) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      void send(placeNow())
      // Noted once more when the page has responded for long enough.
      const rest = settlesAt - Date.now()
      if (rest > 0) soon(rest)
    }, pause)
  }
  const onScroll = ({ target }: Event) => {
    if (target === entryScroller()) soon()
  }
  const stops = [
    useApp.subscribe((is, was) => is.place !== was.place && soon()),
    useTrip.subscribe((is, was) => {
      if (is.day !== was.day || is.all !== was.all || is.entryId !== was.entryId) soon()
    }),
  ]
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => {
    isFollowed = false
    clearTimeout(timer)
    for (const stop of stops) stop()
    document.removeEventListener('scroll', onScroll, { capture: true })
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

type Days = { firstDay: string; lastDay: string; timeZone: string }

function isUnderWay({ firstDay, lastDay, timeZone }: Days): boolean {
  const today = dayAt(clockNow(), timeZone)
  return firstDay <= today && today <= lastDay
}

async function goBack(place: KeptPlace): Promise<void> {
  settlesAt = Date.now() + SETTLES_AFTER
  goal = place
  void send({ ...place, isOpening: true })
  await showPlace(place).finally(() => {
    goal = null
  })
}

/** How long somebody has to be away during a conference to be led to what is on now, in milliseconds. */
const AWAY = 30 * 60_000

/** Whether the window was at a place of this day a moment ago, so that one goes on there. */
function wasJustThere({ day, keptAt }: KeptPlace, today: string): boolean {
  if (day !== today) return false
  return keptAt === undefined || Math.abs(Date.parse(clockNow()) - Date.parse(keptAt)) < AWAY
}

/** Shows what is on now; on a day without a programme, the journal of that day. */
async function showToday(trip: Trip, today: string): Promise<void> {
  const [{ opensOnNow }] = await Promise.all([import('../state/read-now.ts'), useTrip.getState().readProgramme()])
  const { place: shown, go } = useApp.getState()
  if (shown.name !== 'trip' || shown.tripId !== trip.id) return
  useTrip.getState().selectDay(today)
  go({ name: 'trip', tripId: trip.id, tab: opensOnNow(trip) ? 'now' : 'journal' })
}

async function showPlace(place: KeptPlace): Promise<void> {
  const { tripId, tab } = place
  useApp.getState().goToTrip(tripId, tab)
  await useTrip.getState().open(tripId)
  const { trip, problem, selectDay, selectEntry, showAll } = useTrip.getState()
  const { place: shown, go } = useApp.getState()
  if (shown.name !== 'trip' || shown.tripId !== tripId) return
  if (trip?.id !== tripId) {
    // It was deleted or moved elsewhere. What cannot be read is explained there.
    if (problem !== null) go({ name: 'library' })
    return
  }
  const today = isUnderWay(trip) ? dayAt(clockNow(), trip.timeZone) : null
  if (today !== null && !wasJustThere(place, today)) return showToday(trip, today)
  if (place.isAll) showAll({})
  else if (place.day !== null) selectDay(place.day)
  if (!trip.entries.some(({ id }) => id === place.entryId)) return
  selectEntry(place.entryId)
  if (tab === 'journal') scrollEntry(place.scroll)
}

/** How long the entry may take to be drawn before it is not scrolled any more, in milliseconds. */
const SCROLLS_FOR = 2_000

/** Scrolls the entry as soon as enough of it has been drawn. */
function scrollEntry(scroll: number): void {
  const until = performance.now() + SCROLLS_FOR
  const attempt = () => {
    const pane = entryScroller()
    if (pane && pane.scrollHeight - pane.clientHeight >= scroll) pane.scrollTop = scroll
    else if (performance.now() < until) requestAnimationFrame(attempt)
  }
  if (scroll > 0) attempt()
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
