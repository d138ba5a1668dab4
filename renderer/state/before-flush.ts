const callbacks = new Set<() => void>()

/**
 * Registers a callback for before all drafts are sent: an editor that holds back the last keystrokes for a moment then
 * hands them over. Returns a function that unregisters it.
 */
export function beforeFlush(callback: () => void): () => void {
  callbacks.add(callback)
  return () => callbacks.delete(callback)
}

export function prepareFlush(): void {
  for (const callback of callbacks) callback()
}
