import type { FrameNode } from '../../electron/shared/first-frame/frame-tree.ts'
import { FIRST_CARDS, FIRST_LINES } from '../library/first-rows.ts'
import { takeFrame } from './take-frame.ts'

/** What is loaded or shown only some time after the start. */
const LATER = 'img, .library-foot'

/** An open menu, the state of the page behind it, and a message. */
const PASSING = '[aria-expanded="true"], :scope > :is([aria-hidden="true"], [inert]), .toast'

/**
 * Describes the library as it is shown at a start: its first trips, with the focus on the first, whatever the user has
 * done since.
 *
 * @param root the element that the page draws in
 * @returns `null` if something is shown that no start begins with
 */
export function takeLibraryFrame(root: Element): FrameNode[] | null {
  if (root.querySelector(PASSING) !== null) return null
  const rows = [...root.querySelectorAll('.trip-cards [role="row"]')]
  const count = root.querySelector('.trip-lines') === null ? FIRST_CARDS : FIRST_LINES
  const first = rows[0] ?? root.querySelector('.welcome-way')
  const isLeftOut = (element: Element) => {
    if (element.matches(LATER)) return true
    const row = element.matches('[role="rowgroup"]') ? element.firstElementChild : element
    return row !== null && rows.indexOf(row) >= count
  }
  return takeFrame(root, {
    isLeftOut,
    attributes: (element) => {
      const changed: Record<string, string> = element === first ? { autofocus: '' } : {}
      const row = element.closest('.trip-cards [role="row"]')
      // The Tab key leads to the first of them, and to its button.
      if (row !== null && element.hasAttribute('tabindex')) changed['tabindex'] = row === first ? '0' : '-1'
      return changed
    },
  })
}
