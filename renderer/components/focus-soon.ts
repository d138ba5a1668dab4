/** How long something may take to appear, in milliseconds. */
const MAX_WAIT = 2_000

let giveUp: () => void = () => {}

/**
 * Moves the focus to an element, at once or as soon as it appears. Whatever the user does in the meantime comes first:
 * the next key, click or change of the focus calls it off.
 *
 * @param meanwhile what contains the element. It has the focus until then, so that keys that come too soon are not meant
 * for what had the focus before. They call nothing off
 */
export function focusSoon(find: () => HTMLElement | null, meanwhile: HTMLElement | null = null): void {
  giveUp()
  if (focus(find())) return
  if (meanwhile !== null) focusForNow(meanwhile)
  const observer = new MutationObserver(() => {
    if (focus(find())) giveUp()
  })
  const calls = meanwhile === null ? ['keydown', 'pointerdown', 'focusin'] : ['pointerdown', 'focusin']
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

function focus(element: HTMLElement | null): boolean {
  if (element === null) return false
  element.scrollIntoView?.({ block: 'nearest' })
  element.focus()
  return document.activeElement === element || element.contains(document.activeElement)
}

/** Gives the focus to an element that does not take it otherwise. */
function focusForNow(element: HTMLElement): void {
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  element.focus({ preventScroll: true })
}
