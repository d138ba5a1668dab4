import type { Library } from './library.ts'
import { UNHURRIED_MS } from './trip-folders.ts'

/**
 * Moves trips to folders of their own that are hidden because they are conflict copies beside another trip. Resolves
 * with whether there were any.
 *
 * @param folders the names of the trips' folders
 */
export type DetachForeignCopies = (library: Library, folders: readonly string[]) => Promise<boolean>

/** Decides when a library searches for such trips: only one search at a time, and one a while after the start. */
export class ForeignCopies {
  readonly #detach: () => Promise<boolean>
  #isDetaching = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Nobody waits for this, but it must not be interrupted on closing. */
  #background: Promise<unknown> = Promise.resolve()

  constructor(detach: () => Promise<boolean>) {
    this.#detach = detach
  }

  /** Resolves with whether any were found; with `false` if another search is running. */
  async detach(): Promise<boolean> {
    if (this.#isDetaching) return false
    this.#isDetaching = true
    try {
      return await this.#detach()
    } finally {
      this.#isDetaching = false
    }
  }

  /** Searches once for copies that arrived while Lanyard was closed, long after the list is on the screen. */
  detachLater(): void {
    const detach = () => {
      this.#background = this.detach()
    }
    this.#timer = setTimeout(detach, UNHURRIED_MS).unref()
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#background
  }
}
