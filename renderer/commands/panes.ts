/** F6 moves through the parts of a screen, which are marked by `data-pane`, in the order of the page. */
const PANE = '[data-pane]'
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable="true"], [tabindex="0"]'

/** Where the focus was when a pane was left, to return there. */
const lastFocused = new WeakMap<Element, HTMLElement>()

const isShown = (element: Element) => element.checkVisibility?.() ?? true

/**
 * Moves the focus to the next pane, or with -1 to the previous one: to where it was there, or else to its text, or else
 * to its first control.
 */
export function focusPane(step: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>(PANE)].filter(isShown)
  if (panes.length === 0) return false
  const { activeElement } = document
  const from = panes.findIndex((pane) => pane.contains(activeElement))
  const current = panes[from]
  if (current && activeElement instanceof HTMLElement) lastFocused.set(current, activeElement)
  const start = from === -1 && step === -1 ? 0 : from
  for (let move = 1; move <= panes.length; move++) {
    const pane = panes[(start + step * move + panes.length * 2) % panes.length]
    if (pane && focusInside(pane)) return true
  }
  return false
}

function focusInside(pane: HTMLElement): boolean {
  const before = lastFocused.get(pane)
  const text = pane.querySelector<HTMLElement>('[contenteditable="true"]')
  const first = text ?? [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown)
  const target = before && pane.contains(before) && isShown(before) ? before : first
  target?.focus()
  // A list passes the focus on to one of its rows.
  return pane.contains(document.activeElement)
}
