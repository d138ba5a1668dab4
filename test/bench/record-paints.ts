import type { Page } from 'playwright-core'

/**
 * Runs in the page: for each key, the time until the frame with what it has changed is painted.
 *
 * @param list the selector of a list that is busy until it shows what belongs to a letter; `null` if the key's own frame
 * shows everything. Only letters are measured then: a field is emptied with a key, too, for which nobody waits
 */
function recordPaints(list: string | null): void {
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
  const record = (event: KeyboardEvent) => {
    // The frame in which the change is laid out; the message after it arrives when it is painted.
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => tell(performance.now() - event.timeStamp))
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  }
  const recordAnswer = (event: KeyboardEvent) => {
    const [field, hits] = [event.target, list === null ? null : document.querySelector(list)]
    if (event.key.length !== 1 || hits === null || !(field instanceof HTMLInputElement)) return
    const before = field.value
    const observer = new MutationObserver(() => {
      // The list may have been busy already, so that only its end can be seen.
      if (field.value === before || hits.getAttribute('aria-busy') === 'true') return
      observer.disconnect()
      record(event)
    })
    observer.observe(hits, { attributeFilter: ['aria-busy'] })
  }
  document.addEventListener('keydown', list === null ? record : recordAnswer, true)
}

/** Makes a page measure what its keys take. @param list a list that is busy until it shows what belongs to a letter */
export const startRecording = (page: Page, list: string | null = null): Promise<void> =>
  page.evaluate(recordPaints, list)

/**
 * Presses a key.
 *
 * @returns the milliseconds until what it has changed was painted
 */
export async function pressKey(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key)
  return await nextPaint(page)
}

/** Types a letter, also one that no key of the keyboard has. Returns the same as {@link pressKey}. */
export async function typeLetter(page: Page, letter: string): Promise<number> {
  await page.keyboard.type(letter)
  return await nextPaint(page)
}

const nextPaint = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { nextPaint: () => Promise<number> }).nextPaint())
