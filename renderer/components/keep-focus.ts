import { type RefObject, useEffect } from 'react'

/**
 * Brings the focus back into a container when what had it has been taken away: a row that was restored, a question that
 * was answered. The browser lets the focus fall to the page then, where no key of a dialog is heard any more.
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
      // A list that closes gives the focus back itself, in the next frame; only what nobody wants is taken.
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
