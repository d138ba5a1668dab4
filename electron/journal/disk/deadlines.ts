/** A promise that is being waited for, and what to do when that has taken too long. */
interface Pending {
  /** By the clock of `performance.now()`. */
  until: number
  giveUp: () => void
}

/**
 * Gives up on operations that take too long. One timer watches all of them: a save consists of a dozen operations, and a
 * timer for each would cost as much as the rest of the wrapping.
 */
export class Deadlines {
  readonly #pending = new Set<Pending>()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the timer fires. */
  #next = Infinity

  /**
   * @param wait in milliseconds
   * @param giveUp called once if the operation has not ended by then
   * @returns a function to call when the operation has ended
   */
  watch(wait: number, giveUp: () => void): () => void {
    const pending = { until: performance.now() + wait, giveUp }
    this.#pending.add(pending)
    if (pending.until < this.#next) this.#wakeAt(pending.until)
    return () => void this.#pending.delete(pending)
  }

  #wakeAt(time: number): void {
    clearTimeout(this.#timer)
    this.#next = time
    // It may fire when nothing is left to watch, so it does not keep the process: an operation that hangs does.
    this.#timer = setTimeout(() => this.#look(), time - performance.now()).unref()
  }

  #look(): void {
    this.#next = Infinity
    const now = performance.now()
    for (const pending of this.#pending) {
      if (pending.until > now) continue
      this.#pending.delete(pending)
      pending.giveUp()
    }
    const [first, ...others] = Array.from(this.#pending, ({ until }) => until)
    if (first !== undefined) this.#wakeAt(Math.min(first, ...others))
  }
}
