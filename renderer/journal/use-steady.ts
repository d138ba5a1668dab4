import { useRef } from 'react'

/**
 * Keeps the previous value of a selector as long as a new one is equal, so that a component is rendered again only if
 * what it shows has changed.
 */
export function useSteady<S, T>(select: (state: S) => T, isSame: (a: T, b: T) => boolean): (state: S) => T {
  const last = useRef<{ value: T } | null>(null)
  return (state) => {
    const value = select(state)
    if (last.current && isSame(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  }
}
