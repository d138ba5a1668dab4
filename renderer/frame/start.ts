import type { EventData } from '../../electron/shared/contract/index.ts'
import { everyMessage, t, withMessages } from '../../electron/shared/messages/translate.ts'
import { listenToDrops } from '../archive/listen-to-drops.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import { prepareFlush } from '../state/before-flush.ts'
import { runFromMenu } from '../commands/run-from-menu.ts'
import { type Listing, useLibrary } from '../state/library-state.ts'
import { onMinute } from '../state/clock.ts'
import { openEntry, openTrip } from '../state/go-to-entry.ts'
import { useTrip } from '../state/open-trip.ts'
import { noteChangedTrip, noteMergedTrip } from '../state/outside-changes.ts'
import { isLoadedAgain, keepPlace, returnToPlace } from './kept-place.ts'
import { followPlace, keepLastPlace, resume } from './last-place.ts'
import { showNotice } from '../state/notices.ts'
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
    bridge.on('trip.changed', ({ tripId }) => void noteChangedTrip(tripId)),
    bridge.on('trip.merged', noteMergedTrip),
    bridge.on('programme.changed', ({ tripId }) => {
      if (useTrip.getState().trip?.id === tripId) void useTrip.getState().readProgramme()
    }),
    bridge.on('backup.changed', (status) => useBackup.setState({ status })),
    bridge.on('app.notice', showNotice),
    bridge.on('archive.waiting', openWaiting),
    bridge.on('app.openReminder', ({ tripId }) => void openTrip(tripId, 'now')),
    bridge.on('capture.saved', (saved) => void showCaptured(saved)),
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
    useApp.getState().setStart(answer.value)
    void useBackup.getState().refresh()
    // A page that was loaded again, as after a crash, goes back to where it was itself.
    const returned = isLoadedAgain() ? returnToPlace() : resume(answer.value.place, reading)
    stops.push(keepPlace(), followPlace())
    await Promise.all([reading, returned])
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
  if (useTrip.getState().plan.reminders?.value !== true) return
  void withMessages(() => import('../state/remind.ts')).then(({ remindNow }) => remindNow())
}

/** Shows what was captured in the small window over other programs. What is being written here is kept. */
async function showCaptured({ tripId, entryId, name }: EventData<'capture.saved'>): Promise<void> {
  if (useTrip.getState().trip?.id === tripId) await useTrip.getState().open(tripId)
  await everyMessage().catch(() => {})
  const show = { label: t('action.show'), run: () => void openEntry(tripId, entryId) }
  useApp.getState().notify(t('capture.saved', { name }), show)
}

function openWaiting(): void {
  void withMessages(() => import('../archive/open-trip-file.ts')).then(({ openWaitingFiles }) => openWaitingFiles())
}

async function answerFlush(): Promise<void> {
  const unsaved = await useTrip.getState().flush()
  await keepLastPlace()
  await bridge.call('app.flushed', { unsaved })
}

const save = () => useTrip.getState().sendWaiting()

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
    if (useTrip.getState().save.state === 'saved') return
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
