import type { Page } from 'playwright-core'

/** Gathers what a page complains of from now on: errors on its console and errors that nobody caught. */
export function watchPage(page: Page): string[] {
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    const isRefusal = /Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())
    if (message.type() === 'error' || isRefusal) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
