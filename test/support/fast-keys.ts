import type { CDPSession, Page } from 'playwright-core'

/** A key with what it types, if it types anything. */
export interface Stroke {
  key: string
  code: string
  /** The number that Windows gives the key, by which Chromium knows it. */
  number: number
  text?: string
  /** Ctrl and Shift are held down. */
  withCtrlShift?: true
}

/** The strokes that type some letters, digits and spaces. */
export function letters(text: string): Stroke[] {
  return Array.from(text, (letter) => ({
    key: letter,
    code: letter === ' ' ? 'Space' : `Key${letter.toUpperCase()}`,
    number: letter.toUpperCase().charCodeAt(0),
    text: letter,
  }))
}

export const enter: Stroke = { key: 'Enter', code: 'Enter', number: 13, text: '\r' }
export const escape: Stroke = { key: 'Escape', code: 'Escape', number: 27 }
/** A letter together with Ctrl and Shift. */
export const command = (letter: string): Stroke => ({
  key: letter.toUpperCase(),
  code: `Key${letter.toUpperCase()}`,
  number: letter.toUpperCase().charCodeAt(0),
  withCtrlShift: true,
})

const CTRL_SHIFT = 2 | 8

/**
 * Sends keys without waiting until the page has handled them, as a keyboard does. Resolves when all have been handled.
 *
 * @param pause between two keys, in milliseconds
 */
export async function sendKeys(session: CDPSession, strokes: readonly Stroke[], pause: number): Promise<void> {
  const handled: Promise<unknown>[] = []
  for (const { key, code, number, text, withCtrlShift } of strokes) {
    const modifiers = withCtrlShift === true ? CTRL_SHIFT : 0
    const common = { key, code, windowsVirtualKeyCode: number, modifiers }
    handled.push(
      session.send('Input.dispatchKeyEvent', {
        type: text === undefined ? 'rawKeyDown' : 'keyDown',
        ...common,
        ...(text !== undefined && { text }),
      }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
    )
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  await Promise.all(handled)
}

/** Keeps the page from doing anything for a while. Resolves once it has begun. */
export async function blockPage(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((time) => {
    setTimeout(() => {
      const end = performance.now() + time
      while (performance.now() < end);
    })
  }, milliseconds)
}
