import type { Page } from 'playwright-core'

/** Runs in the page: for each key, the time until the frame with what it has changed is painted. */
function recordPaints(): void {
  const times: number[] = []
  let waiting: ((ms: number) => void) | null = null
  const tell = (ms: number) => {
    times.push(ms)
    waiting?.(times.shift() ?? NaN)
    waiting = null
  }
  // A page that looked for the time again and again would paint frames of its own meanwhile, and the next key wait for them.
  const nextPaint = async () => times.shift() ?? (await new Promise<number>((resolve) => (waiting = resolve)))
  Object.assign(window, { nextPaint })
  document.addEventListener(
    'keydown',
    (event) => {
      // The frame in which the letter is laid out; the message after it arrives when it is painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => tell(performance.now() - event.timeStamp))
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    },
    true,
  )
}

/** Makes a page measure what its keys take. */
export const startRecording = (page: Page): Promise<void> => page.evaluate(recordPaints)

/**
 * Presses a key.
 *
 * @returns the milliseconds until what it has changed was painted
 */
export async function pressKey(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key)
  return await page.evaluate(() => (window as unknown as { nextPaint: () => Promise<number> }).nextPaint())
}
