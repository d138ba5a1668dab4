import { useCallback, useLayoutEffect, useRef, type RefObject, type UIEvent } from 'react'

const places = new Map<string, number>()

/**
 * Restores the scroll position of a pane when the user comes back to it.
 *
 * @param name the pane's name, unique in the window
 * @param isReady whether the pane has its content, before which it cannot be scrolled
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
