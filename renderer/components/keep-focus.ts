import { type RefObject, useEffect } from 'react'

/**
 * Moves the focus back into a container when the focused element has been removed, such as a row that was restored or a
 * question that was answered. The browser would leave the focus on the page, where the dialog receives no keys.
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = container.current
    if (!element) return undefined
    let frame = 0
    const bringBack = () => {
      if (document.activeElement === document.body) element.focus()
    }
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      // A list that closes moves the focus itself, in the next frame. Wait for that first.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(bringBack)
      })
    })
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [container])
}
