import type { Locator, Page } from 'playwright-core'

/** Somebody with a keyboard and a mouse, whose keys and clicks are counted. */
export interface Hand {
  /** Presses a key, or keys together: one step. */
  press: (keys: string) => Promise<void>
  click: (target: Locator) => Promise<void>
  /** Types words, which are not counted: they have to be typed in any case. */
  type: (words: string) => Promise<void>
  /** The number of keys and clicks since the last call. */
  steps: () => number
}

export function takeHand(page: Page): Hand {
  let steps = 0
  return {
    async press(keys) {
      steps++
      await page.keyboard.press(keys)
    },
    async click(target) {
      steps++
      await target.click()
    },
    type: (words) => page.keyboard.type(words),
    steps() {
      const taken = steps
      steps = 0
      return taken
    },
  }
}
