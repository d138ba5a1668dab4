import type { Page } from 'playwright-core'

/** Runs in the page: for each key, the time until the frame with what it has changed is painted. */
function recordPaints(): void {
  const times: number[] = []
  Object.assign(window, { times })
  document.addEventListener(
    'keydown',
    (event) => {
      // The frame in which the letter is laid out; the message after it arrives when it is painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => times.push(performance.now() - event.timeStamp))
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
  const time = await page.waitForFunction(() => (window as unknown as { times: number[] }).times.shift())
  return (await time.jsonValue()) ?? NaN
}
