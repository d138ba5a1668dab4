import type { Page } from 'playwright-core'

/** Collect the errors on a page's console and its uncaught errors from now on. */
export function watchPage(page: Page): string[] {
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    const isRefusal = /Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())
    if (message.type() === 'error' || isRefusal) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
