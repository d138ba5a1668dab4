import { useSyncExternalStore } from 'react'
import { useApp } from './app-state.ts'

const MINUTE = 60_000

/** The moment at the venue, in milliseconds since 1970. */
const millisecondsNow = (): number => Date.now() + (useApp.getState().start.clockShift ?? 0)

/**
 * The moment at the venue. It is the present, unless the clock was set to try the program out. When something was
 * changed or saved is always in real time.
 */
export function clockNow(): string {
  return new Date(millisecondsNow()).toISOString()
}

/** The beginning of the current minute at the venue. */
function minuteNow(): string {
  const now = millisecondsNow()
  return new Date(now - (now % MINUTE)).toISOString()
}

/** Calls back at the beginning of each minute until the returned function is called. */
export function onMinute(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    // A little later, because a timer may come early.
    timer = setTimeout(tick, MINUTE - (millisecondsNow() % MINUTE) + 20)
  }
  const tick = () => {
    callback()
    clearTimeout(timer)
    wait()
  }
  wait()
  // A timer does not run while the computer sleeps.
  document.addEventListener('visibilitychange', tick)
  window.addEventListener('focus', tick)
  const stopFollowing = useApp.subscribe((is, was) => is.start.clockShift !== was.start.clockShift && tick())
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tick)
    window.removeEventListener('focus', tick)
    stopFollowing()
  }
}

/** The current minute at the venue, as an instant. The component is rendered again with each minute. */
export const useMinute = (): string => useSyncExternalStore(onMinute, minuteNow)
