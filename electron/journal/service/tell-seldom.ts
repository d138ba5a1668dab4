/** So often the page is told how far something is at most, in milliseconds: more often than that nobody can see. */
const BETWEEN_TELLINGS = 50

/**
 * The same function, which does nothing where it has just been called.
 *
 * @param after for so many milliseconds it does nothing at all: what is done by then need not be told
 */
export function tellSeldom<T extends readonly unknown[]>(tell: (...args: T) => void, after = 0): (...args: T) => void {
  let told = after === 0 ? -Infinity : performance.now() + after - BETWEEN_TELLINGS
  return (...args) => {
    const at = performance.now()
    if (at - told < BETWEEN_TELLINGS) return
    told = at
    tell(...args)
  }
}
