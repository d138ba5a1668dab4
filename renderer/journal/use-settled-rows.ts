import { useEffect, useReducer, useRef } from 'react'
import { useTrip } from '../state/open-trip.ts'
import { areSameRows, type EntryRow } from './entry-row.ts'

/** How long nothing may have changed before the list shows new words, in milliseconds: longer than typing is held back. */
const SETTLED = 600

/** Whether two lists have the same entries in the same places, whatever these say. */
function haveSamePlaces(a: readonly EntryRow[], b: readonly EntryRow[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, day, time }, index) => {
      const other = b[index]
      return other?.id === id && other.day === day && other.time === time
    })
  )
}

const isTyping = () => document.activeElement?.matches('input, textarea') === true

/**
 * When the list may show new words: drawing it for each few letters of a title would make the next letter wait. They
 * follow when typing pauses, or when the focus leaves the field. Rows that come, go or move are there at once.
 *
 * @returns what changes when held words are to be shown, and whether new rows look the same until then
 */
export function useSettledRows(): [
  settled: number,
  isSame: (a: readonly EntryRow[], b: readonly EntryRow[]) => boolean,
] {
  const [settled, settle] = useReducer((count: number) => count + 1, 0)
  const held = useRef({ isHeld: false, settled })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      clearTimeout(timer)
      if (held.current.isHeld) settle()
    }
    const forget = useTrip.subscribe(({ trip }, before) => {
      if (trip?.entries === before.trip?.entries) return
      clearTimeout(timer)
      timer = setTimeout(show, SETTLED)
    })
    window.addEventListener('focusout', show)
    return () => {
      clearTimeout(timer)
      forget()
      window.removeEventListener('focusout', show)
    }
  }, [])
  const isSame = (a: readonly EntryRow[], b: readonly EntryRow[]) => {
    const isDue = held.current.settled !== settled
    const looksSame = areSameRows(a, b)
    const isHeld = !looksSame && !isDue && isTyping() && haveSamePlaces(a, b)
    held.current = { isHeld, settled }
    return looksSame || isHeld
  }
  return [settled, isSame]
}
