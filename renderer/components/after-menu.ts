const isOpen = () => document.querySelector('[role="menu"]') !== null

/**
 * Runs something that moves the focus as soon as no menu is open. An open menu keeps the focus, and gives it back to its
 * button in the frame after it has closed.
 */
export function afterMenu(run: () => void): void {
  if (!isOpen()) {
    run()
    return
  }
  const observer = new MutationObserver(() => {
    if (isOpen()) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(run))
  })
  observer.observe(document.body, { childList: true, subtree: true })
}
