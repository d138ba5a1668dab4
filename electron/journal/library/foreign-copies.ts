import type { Library } from './library.ts'
import { UNHURRIED_MS } from './trip-folders.ts'

/**
 * Gives their own folders to trips that are in no list because they are conflict copies beside another trip. Resolves with
 * whether there were any.
 *
 * @param folders the names of the trips' folders
 */
export type DetachForeignCopies = (library: Library, folders: readonly string[]) => Promise<boolean>

/** When a library looks for such trips: never twice at the same time, and once in a while after the start. */
export class ForeignCopies {
  readonly #detach: () => Promise<boolean>
  #isDetaching = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Nobody waits for this, but it must not be cut short at the end. */
  #background: Promise<unknown> = Promise.resolve()

  constructor(detach: () => Promise<boolean>) {
    this.#detach = detach
  }

  /** Resolves with whether there were any; `false` also while another call is looking. */
  async detach(): Promise<boolean> {
    if (this.#isDetaching) return false
    this.#isDetaching = true
    try {
      return await this.#detach()
    } finally {
      this.#isDetaching = false
    }
  }

  /** Looks once for what came while Lanyard was closed, when the list has long been on the screen. */
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
