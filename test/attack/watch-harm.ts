import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { isUnsent } from '../support/network-watch.ts'

/** What hostile content may do to a page. */
export type HarmKind = 'script' | 'dialog' | 'request' | 'navigation' | 'window'

export interface Harm {
  kind: HarmKind
  /** An address, or what a dialog says. */
  what: string
}

/** How long the report that a request was refused may take, in milliseconds. */
const REFUSED_MS = 500

/** Waits until everything that was asked for is known to have been refused, but no longer than such a report takes. */
export async function untilRefused(isAllRefused: () => boolean): Promise<void> {
  const until = performance.now() + REFUSED_MS
  while (!isAllRefused() && performance.now() < until) await pause(5)
}

export interface HarmWatch {
  /** What has happened since this was last called. */
  take(): Promise<Harm[]>
}

/**
 * Watches a page for what hostile content does. Scripts of such content call `attack()`, which exists in each of the page's
 * frames from now on.
 *
 * @param isOwn whether a request for an address, or going there, is what the page does anyway
 */
export async function watchHarm(page: Page, isOwn: (url: string) => boolean): Promise<HarmWatch> {
  let seen: Harm[] = []
  const note = (kind: HarmKind, what: string) => void seen.push({ kind, what: what.slice(0, 200) })
  await page.exposeBinding('attack', ({ frame }) => note('script', frame.url()))
  page.on('dialog', (dialog) => {
    note('dialog', `${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss().catch(() => {})
  })
  page.on('popup', (popup) => {
    note('window', popup.url())
    void popup.close().catch(() => {})
  })
  page.on('request', (request) => {
    if (!isOwn(request.url()) && !request.isNavigationRequest()) note('request', request.url())
  })
  page.on('websocket', (socket) => note('request', socket.url()))
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !isOwn(frame.url())) note('navigation', frame.url())
  })
  page.on('requestfailed', (request) => {
    if (!isUnsent(request)) return
    const index = seen.findIndex(({ kind, what }) => kind === 'request' && request.url().startsWith(what))
    if (index !== -1) seen.splice(index, 1)
  })
  return {
    async take() {
      // Whatever the page has reported by now comes before the answer to this.
      await page.evaluate('0').catch(() => {})
      // That a request was refused is reported a moment later.
      await untilRefused(() => seen.every(({ kind }) => kind !== 'request'))
      const taken = seen
      seen = []
      return taken
    },
  }
}

/** One line for what happened, and the text that did it. */
export function describeHarm(harms: readonly Harm[], text: string): string {
  const [first] = harms
  return `${first?.kind}: ${first?.what}, by ${JSON.stringify(text).slice(0, 300)}`
}
