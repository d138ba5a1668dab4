import type { Page } from 'playwright-core'

/** Plants a hole in a page, as programs had it: whatever it shows as words is also shown as the HTML that the words are. */
export async function plantRawHtml(page: Page): Promise<void> {
  const hole = `addEventListener('DOMContentLoaded', () => {
    const known = new WeakMap()
    const raw = document.body.appendChild(document.createElement('div'))
    raw.id = 'raw'
    raw.style.cssText = 'position: fixed; pointer-events: none; opacity: 0'
    setInterval(() => {
      for (const element of document.querySelectorAll('h1, h2, .cm-content, .post-preview, [role=row], input, textarea')) {
        const text = element.value ?? element.innerText
        if (known.get(element) === text) continue
        known.set(element, text)
        raw.innerHTML = text
      }
    }, 40)
  })`
  await page.addInitScript(hole)
  await page.reload()
}
