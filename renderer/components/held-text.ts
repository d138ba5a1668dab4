import { useCallback, useEffect, useRef, useState } from 'react'
import { beforeFlush } from '../state/before-flush.ts'

/** Pause in typing after which what was typed is handed over, in milliseconds. */
const PAUSE = 150
/** The longest that it is held back, in milliseconds. With the queue's own delay, it is on the disk within a second. */
const LONGEST = 500

export interface HeldText {
  /** What the field shows. */
  value: string
  onChange: (typed: string) => void
  /** Hands over what is held back, as on leaving the field. */
  handOver: () => void
}

/**
 * Holds back what is typed into a field for a moment, so that a letter redraws the field alone, and not everything that
 * shows the same words. Whatever saves, undoes or closes gets it first.
 *
 * @param value what the field shows otherwise
 * @param onChange receives what was typed; called for the value that the component was rendered with last
 */
export function useHeldText(value: string, onChange: (typed: string) => void): HeldText {
  const [typed, setTyped] = useState<string | null>(null)
  const held = useRef<{ text: string; since: number; timer: ReturnType<typeof setTimeout> } | null>(null)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })

  const handOver = useCallback(() => {
    const { current } = held
    if (current === null) return
    clearTimeout(current.timer)
    held.current = null
    latest.current(current.text)
    // From here on, the field shows what everything else shows.
    setTyped(null)
  }, [])

  const change = useCallback(
    (text: string) => {
      const since = held.current?.since ?? performance.now()
      if (held.current !== null) clearTimeout(held.current.timer)
      const left = Math.max(0, since + LONGEST - performance.now())
      held.current = { text, since, timer: setTimeout(handOver, Math.min(PAUSE, left)) }
      setTyped(text)
    },
    [handOver],
  )

  useEffect(() => {
    const forget = beforeFlush(handOver)
    return () => {
      forget()
      handOver()
    }
  }, [handOver])

  return { value: typed ?? value, onChange: change, handOver }
}
