const callbacks = new Set<() => void>()

/**
 * Has something done before everything typed is sent: an editor that keeps the last keystrokes to itself for a moment
 * gives them up. Returns what ends it.
 */
export function beforeFlush(callback: () => void): () => void {
  callbacks.add(callback)
  return () => callbacks.delete(callback)
}

export function prepareFlush(): void {
  for (const callback of callbacks) callback()
}
