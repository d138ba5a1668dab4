/** So often the page is told how far something is at most, in milliseconds: more often than that nobody can see. */
const BETWEEN_TELLINGS = 50

/** The same function, which does nothing where it has just been called. */
export function tellSeldom<T extends readonly unknown[]>(tell: (...args: T) => void): (...args: T) => void {
  let told = 0
  return (...args) => {
    const at = performance.now()
    if (at - told < BETWEEN_TELLINGS) return
    told = at
    tell(...args)
  }
}
