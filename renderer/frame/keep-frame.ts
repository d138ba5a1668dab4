import { spokenLanguage } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { takeLibraryFrame } from '../first-frame/library-frame.ts'
import { nextDay } from '../first-frame/valid-until.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { onIdle } from './load-ahead.ts'
import { isUnderWay } from './resume.ts'

/** How long the library has to stay as it is before it is kept, in milliseconds. */
const SETTLED = 1_000

/** What was kept last, as JSON. */
let kept = ''

/**
 * Keeps what the library shows as the first frame of the next start, whenever it has changed and the page has nothing to
 * do. Returns a function that ends it.
 *
 * @param root the element that the page draws in
 */
export function keepFrames(root = document.getElementById('root')): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let callOff: (() => void) | undefined
  const soon = () => {
    clearTimeout(timer)
    callOff?.()
    timer = setTimeout(() => {
      callOff = onIdle(() => root && keep(root))
    }, SETTLED)
  }
  soon()
  const stops = [useApp.subscribe(soon), useLibrary.subscribe(soon)]
  // A search or an open menu may have been in the way.
  window.addEventListener('blur', soon)
  return () => {
    for (const stop of stops) stop()
    window.removeEventListener('blur', soon)
    clearTimeout(timer)
    callOff?.()
  }
}

function keep(root: Element): void {
  const frame = frameNow(root)
  if (frame === null) return
  const text = JSON.stringify(frame)
  if (text === kept) return
  kept = text
  void bridge.call('app.keepFrame', frame)
}

/** What the next start would show at once; `null` if that is not on the screen. */
function frameNow(root: Element) {
  const { place, dialog, start } = useApp.getState()
  const { trips, unreadable, problem, revision } = useLibrary.getState()
  // No other shell begins with a frame.
  if (start.shell !== 'desktop') return null
  if (place.name !== 'library' || dialog !== null || start.readOnly || start.clockShift !== null) return null
  if (trips === null || unreadable.length > 0 || problem !== null || revision === null) return null
  // That trip would be opened instead.
  if (trips.some(isUnderWay)) return null
  const search = root.querySelector('input')
  if (search !== null && search.value !== '') return null
  const nodes = takeLibraryFrame(root)
  if (nodes === null) return null
  const { theme } = start.settings
  const validUntil = nextDay(Date.now(), new Set(trips.map(({ timeZone }) => timeZone)))
  return { nodes: [...nodes], revision, theme, language: spokenLanguage(), validUntil }
}
