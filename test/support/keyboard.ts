import type { Page } from 'playwright-core'

/** More tab stops than any screen has. */
const MAX_STOPS = 80

/** Press Tab until the focus is on an element with a name, as somebody without a mouse does. */
export function tabTo(page: Page, name: string): Promise<void> {
  return pressUntil(page, 'Tab', name)
}

/**
 * Press a key until the focus is on an element with a name; not at all if it is there already.
 *
 * @param name the beginning of its accessible name
 */
export async function pressUntil(page: Page, key: string, name: string): Promise<void> {
  const passed = new Set<string>()
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    const here = await focusName(page)
    if (here.startsWith(name)) return
    passed.add(here)
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to "${name}", but to: ${[...passed].join(' | ')}`)
}

/** The accessible name of the element with the focus. */
export function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ')
    const labels = [
      ...ids.map((id) => document.getElementById(id)),
      ...(element instanceof HTMLInputElement ? (element.labels ?? []) : []),
    ]
    const texts = new Set(labels.map((label) => label?.textContent ?? ''))
    const named = element.getAttribute('aria-label') ?? [...texts].join(' ').trim()
    return named || element.innerText.trim()
  })
}
