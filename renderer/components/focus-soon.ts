/** How long something may take to appear, in milliseconds. */
const MAX_WAIT = 2_000

let giveUp: () => void = () => {}

/**
 * Moves the focus to an element, at once or as soon as it appears. Whatever the user does in the meantime comes first:
 * the next key, click or change of the focus calls it off.
 */
export function focusSoon(find: () => HTMLElement | null): void {
  giveUp()
  if (focus(find())) return
  const observer = new MutationObserver(() => {
    if (focus(find())) giveUp()
  })
  const timer = setTimeout(() => giveUp(), MAX_WAIT)
  const calledOff = () => giveUp()
  giveUp = () => {
    giveUp = () => {}
    observer.disconnect()
    clearTimeout(timer)
    for (const name of calls) window.removeEventListener(name, calledOff, true)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  for (const name of calls) window.addEventListener(name, calledOff, true)
}

const calls = ['keydown', 'pointerdown', 'focusin'] as const

function focus(element: HTMLElement | null): boolean {
  if (element === null) return false
  element.scrollIntoView?.({ block: 'nearest' })
  element.focus()
  return document.activeElement === element || element.contains(document.activeElement)
}
