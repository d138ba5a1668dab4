import { useCallback, useState } from 'react'
import type { Review } from './review.ts'

interface History {
  past: readonly Review[]
  now: Review
  future: readonly Review[]
  /** Where something was typed last: what is typed in one field is one step. */
  place: string | null
}

export interface ReviewState {
  review: Review
  /** @param place the field in which it was typed; `null` for a change that is complete in itself */
  change: (changes: Partial<Review>, place: string | null) => void
  /** Takes back the last correction. Returns whether there was one. */
  undo: () => void
  redo: () => void
}

const MAX_STEPS = 200

/** The corrections of an import, each of which can be taken back. */
export function useReview(initial: Review): ReviewState {
  const [history, setHistory] = useState<History>({ past: [], now: initial, future: [], place: null })

  const change = useCallback((changes: Partial<Review>, place: string | null) => {
    setHistory(({ past, now, place: before }) => ({
      past: place !== null && place === before ? past : [...past, now].slice(-MAX_STEPS),
      now: { ...now, ...changes },
      future: [],
      place,
    }))
  }, [])
  const undo = useCallback(() => {
    setHistory(({ past, now, future, place }) => {
      const last = past.at(-1)
      if (last === undefined) return { past, now, future, place }
      return { past: past.slice(0, -1), now: last, future: [now, ...future], place: null }
    })
  }, [])
  const redo = useCallback(() => {
    setHistory(({ past, now, future, place }) => {
      const [next, ...others] = future
      if (next === undefined) return { past, now, future, place }
      return { past: [...past, now], now: next, future: others, place: null }
    })
  }, [])
  return { review: history.now, change, undo, redo }
}
