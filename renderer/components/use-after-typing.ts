import { useEffect, useState } from 'react'

/** How long nothing may be typed before what follows is drawn, in milliseconds. */
const PAUSE = 150

/**
 * Holds back what a keystroke need not wait for while somebody types.
 *
 * @param value changes with every letter, and with other things
 * @param typed what is in the field
 * @returns the value; while letters follow each other, the one from before
 */
export function useAfterTyping<T>(value: T, typed: string): T {
  const [last, setLast] = useState({ value, typed })
  const isTyping = typed !== last.typed
  // Whatever else changed it is shown at once.
  if (!isTyping && value !== last.value) setLast({ value, typed })
  useEffect(() => {
    if (!isTyping) return undefined
    const timer = setTimeout(() => setLast({ value, typed }), PAUSE)
    return () => clearTimeout(timer)
  }, [isTyping, value, typed])
  return isTyping ? last.value : value
}
