import { useRef } from 'react'

/**
 * Keeps the previous value of a selector as long as a new one is equal, so that a component is rendered again only if
 * what it shows has changed.
 *
 * @param inputs all that the value is made of; as long as these are the same, it is not made again
 */
export function useSteady<S, T>(
  inputs: (state: S) => readonly unknown[],
  select: (state: S) => T,
  isSame: (a: T, b: T) => boolean,
): (state: S) => T {
  const last = useRef<{ of: readonly unknown[]; value: T } | null>(null)
  return (state) => {
    const of = inputs(state)
    const known = last.current
    if (known && of.every((input, index) => input === known.of[index])) return known.value
    const made = select(state)
    const value = known && isSame(known.value, made) ? known.value : made
    last.current = { of, value }
    return value
  }
}
