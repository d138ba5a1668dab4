import type { KeptPlace } from '../../electron/shared/kept-place.ts'
import type { Result } from '../../electron/shared/result.ts'
import { dayAt } from '../../electron/shared/time.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { clockNow } from '../state/clock.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { isUnderWay } from './resume.ts'

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
  // A trip may have been opened before this was loaded.
  if (useApp.getState().place.name === 'trip') soon()
  return () => {
    isFollowed = false
    clearTimeout(timer)
    for (const stop of stops) stop()
    document.removeEventListener('scroll', onScroll, { capture: true })
  }
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

/**
 * Shows a place of the trip that the window has just gone to.
 *
 * @param asked the request for the trip, which has already been sent
 */
export async function showPlace(place: KeptPlace, asked: Promise<Result<Trip>>): Promise<void> {
  settlesAt = Date.now() + SETTLES_AFTER
  goal = place
  await showIn(place, asked).finally(() => {
    goal = null
  })
}

async function showIn(place: KeptPlace, asked: Promise<Result<Trip>>): Promise<void> {
  const { tripId, tab } = place
  await useTrip.getState().open(tripId, asked)
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
