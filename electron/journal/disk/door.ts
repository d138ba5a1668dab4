import { noAnswer } from './no-answer.ts'

/**
 * Lets only a few operations be under way at once, in all the places that share it. All file access goes through four
 * threads, and an operation that hangs keeps one of them for as long as the system likes: whatever may hang must leave
 * some for everything else.
 */
export class Door {
  readonly #most: number
  #inside = 0
  #hanging = 0
  #waiting: (() => void)[] = []

  /** @param most maximum number of operations at once */
  constructor(most: number) {
    this.#most = most
  }

  /** Waits until there is room. @throws `ETIMEDOUT` if all of the room is taken by operations that hang */
  async enter(): Promise<void> {
    while (this.#inside >= this.#most) {
      if (this.#hanging >= this.#most) throw noAnswer()
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#inside++
  }

  leave(): void {
    this.#inside--
    this.#wake()
  }

  /** Notes that an operation that is inside has been given up. Returns a function to call when it ends after all. */
  noteHanging(): () => void {
    this.#hanging++
    this.#wake()
    return () => this.#hanging--
  }

  #wake(): void {
    for (const go of this.#waiting.splice(0)) go()
  }
}
