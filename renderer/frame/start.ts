import { withMessages } from '../../electron/shared/messages/translate.ts'
import { listenToDrops } from '../archive/listen-to-drops.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import { prepareFlush } from '../state/before-flush.ts'
import { runFromMenu } from '../commands/run-from-menu.ts'
import { type Listing, useLibrary } from '../state/library-state.ts'
import { onMinute } from '../state/clock.ts'
import { loadedTrip } from '../state/trip-status.ts'
import type * as answers from './from-outside.ts'
import { onIdle } from './load-ahead.ts'
import { isLoadedAgain, keepLastPlace, loadPlaces, resume } from './resume.ts'
import { listenToProblems } from '../state/problems.ts'
import { isTyping, listenToKeys } from '../commands/listen-to-keys.ts'

/**
 * Connects the page to the shell, loads what it needs at the start, and reads the library.
 *
 * @param firstLook the request for the library's contents, if it has already been sent
 * @returns a function that ends everything
 */
export async function start(firstLook?: Promise<Listing>): Promise<() => void> {
  const stops = [
    bridge.on('app.flush', () => void answerFlush()),
    bridge.on('app.command', ({ command }) => runFromMenu(command)),
    bridge.on('library.progress', ({ done }) => useLibrary.setState({ progress: done })),
    bridge.on('library.changed', () => void useLibrary.getState().refresh()),
    bridge.on('trip.changed', ({ tripId }) => void fromOutside((page) => page.noteChangedTrip(tripId))),
    bridge.on('trip.merged', (merged) => void fromOutside((page) => page.noteMergedTrip(merged))),
    bridge.on('programme.changed', ({ tripId }) => {
      const shown = loadedTrip()
      if (shown?.trip?.id === tripId) void shown.readProgramme()
    }),
    bridge.on('backup.changed', (status) => useBackup.setState({ status })),
    bridge.on('app.notice', (notice) => void fromOutside((page) => page.showNotice(notice))),
    bridge.on('archive.waiting', openWaiting),
    bridge.on('app.openReminder', (reminder) => void fromOutside((page) => page.openReminder(reminder))),
    bridge.on('capture.saved', (saved) => void fromOutside((page) => page.showCaptured(saved))),
    onMinute(remindSoon),
    listenToDrops(),
    listenToProblems(),
    listenToKeys(),
    saveOnLeaving(),
  ]
  const starting = bridge.call('app.start', {})
  // Requested at the same time, so that the trips can be shown as soon as the page is ready.
  const reading = useLibrary.getState().read(firstLook)
  const answer = await starting
  if (answer.ok) {
    // A page that was loaded again, as after a crash, goes back to where it was itself.
    const again = isLoadedAgain() ? await loadPlaces() : null
    useApp.getState().setStart(answer.value)
    void useBackup.getState().refresh()
    const returned = again?.returnToPlace() ?? resume(answer.value.place, reading)
    const noted = notePlacesSoon(reading).then((stop) => stops.push(stop))
    await Promise.all([reading, returned, noted])
    // The desktop reports waiting files when the page has started; this shell does not.
    if (answer.value.shell === 'browser') openWaiting()
  } else {
    await reading
    useApp.setState({ started: true })
    useLibrary.setState({ problem: answer.error })
  }
  return () => {
    for (const stop of stops) stop()
  }
}

/** Reminds of starred talks, if the trip on the screen wants that. */
function remindSoon(): void {
  if (loadedTrip()?.plan.reminders?.value !== true) return
  void fromOutside((page) => page.remindNow())
}

/** Runs what answers to something from outside the page, which is not in its first file. */
async function fromOutside(run: (page: typeof answers) => unknown): Promise<void> {
  run(await withMessages(() => import('./from-outside.ts')))
}

/**
 * Begins to note where the window is: at once in a trip, and in the library, where nothing is noted, once it has been
 * painted. Resolves with a function that ends it.
 */
async function notePlacesSoon(reading: Promise<void>): Promise<() => void> {
  if (useApp.getState().place.name === 'library') {
    await reading
    await new Promise<void>((resolve) => void onIdle(resolve))
  }
  const { notePlaces } = await loadPlaces()
  return notePlaces()
}

function openWaiting(): void {
  void withMessages(() => import('../archive/open-trip-file.ts')).then(({ openWaitingFiles }) => openWaitingFiles())
}

async function answerFlush(): Promise<void> {
  const unsaved = (await loadedTrip()?.flush()) ?? 0
  await keepLastPlace()
  await bridge.call('app.flushed', { unsaved })
}

const save = () => loadedTrip()?.sendWaiting()

function onPageHide(): void {
  if (useApp.getState().start.shell === 'browser') void keepLastPlace()
}

/**
 * Saves at once when a text or the window loses the focus, and warns before a browser tab is closed with unsaved text.
 * Notes where the page is when such a tab is closed.
 */
function saveOnLeaving(): () => void {
  const onFocusOut = (event: FocusEvent) => {
    if (isTyping(event.target)) save()
  }
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const { start: info } = useApp.getState()
    // The desktop shell asks for a flush instead, and can wait for it.
    if (info.shell !== 'browser') return
    // Otherwise the last keystrokes, which only the editor has, would be lost with the tab.
    prepareFlush()
    if ((loadedTrip()?.save.state ?? 'saved') === 'saved') return
    save()
    event.preventDefault()
  }
  document.addEventListener('focusout', onFocusOut)
  window.addEventListener('blur', save)
  window.addEventListener('beforeunload', onBeforeUnload)
  window.addEventListener('pagehide', onPageHide)
  return () => {
    document.removeEventListener('focusout', onFocusOut)
    window.removeEventListener('blur', save)
    window.removeEventListener('beforeunload', onBeforeUnload)
    window.removeEventListener('pagehide', onPageHide)
  }
}
