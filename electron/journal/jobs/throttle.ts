/** Minimum interval between two calls, in milliseconds: nobody can see anything faster. */
const INTERVAL_MS = 50

/**
 * Wraps a function so that calls in quick succession are dropped.
 *
 * @param quietMs how long all calls are dropped at first, in milliseconds: work that ends by then needs no progress bar
 */
export function throttle<T extends readonly unknown[]>(act: (...args: T) => void, quietMs = 0): (...args: T) => void {
  let last = quietMs === 0 ? -Infinity : performance.now() + quietMs - INTERVAL_MS
  return (...args) => {
    const at = performance.now()
    if (at - last < INTERVAL_MS) return
    last = at
    act(...args)
  }
}
