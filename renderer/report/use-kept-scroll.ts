import { useCallback, useLayoutEffect, useRef, type RefObject, type UIEvent } from 'react'

const places = new Map<string, number>()

/**
 * Brings a pane back to where it was scrolled to, when one comes back to it from another place.
 *
 * @param name of the pane, unique in the window
 * @param isReady whether the pane has its content; it cannot be scrolled before
 */
export function useKeptScroll<E extends HTMLElement>(
  name: string,
  isReady: boolean,
): { ref: RefObject<E | null>; onScroll: (event: UIEvent<E>) => void } {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const place = places.get(name)
    if (isReady && ref.current && place !== undefined) ref.current.scrollTop = place
  }, [name, isReady])
  const onScroll = useCallback((event: UIEvent<E>) => places.set(name, event.currentTarget.scrollTop), [name])
  return { ref, onScroll }
}
