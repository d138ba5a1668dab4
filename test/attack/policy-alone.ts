import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentSecurityPolicy, pageHeaders } from '../../electron/shared/page.ts'
import { browserShell, desktopShell } from '../support/shells.ts'
import { noChromium, onServedPages } from './chromium.ts'
import { textsFor } from './corpora/hostile-texts.ts'
import { bypassPolicy, withDesktop } from './desktop.ts'
import { insertRaw, removeRaw, useEverything } from './raw-insertion.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, inTime, skippedRow } from './row.ts'
import { describeHarm, type Harm, watchHarm } from './watch-harm.ts'

const inBrowser = 'HTML past all sanitising, in a page with our policy'
const inWindow = 'HTML past all sanitising, in the window'
const inBrowserShell = 'HTML past all sanitising, in the browser shell'

/**
 * Hostile HTML meets the content security policy alone: it is served as it is, and put into the page in every way that a
 * page has. No script of it may run. The control leaves the policy out.
 */
export async function attackPolicy(order: AttackOrder): Promise<AttackRow[]> {
  const parts = [attackServedPage, attackWindow, attackBrowserShell]
  if (!order.control) return await Promise.all(parts.map((attack) => attack(order)))
  // A planted hole must be found on a busy machine too.
  const rows: AttackRow[] = []
  for (const attack of parts) rows.push(await attack(order))
  return rows
}

async function attackServedPage(order: AttackOrder): Promise<AttackRow> {
  if (noChromium !== null) return skippedRow(inBrowser, noChromium)
  const row = emptyRow(inBrowser)
  const texts = textsFor(order)
  const policy = contentSecurityPolicy('attack', null)
  const headers: Record<string, string> = order.control ? {} : { ...pageHeaders, 'content-security-policy': policy }
  await onServedPages(inTime(texts, order), async (text, { page, show }, watch) => {
    const title = text.replaceAll('<script', '<SCRIPT')
    await show({ body: `<!doctype html><title>${title}</title><p title="${text}">${text}`, headers })
    await insertRaw(page, text).catch(() => {})
    await useEverything(page)
    noteScripts(row, await watch.take(), text)
  })
  return row
}

/** A policy cannot keep a page from going elsewhere, or a link from opening another page. */
function noteScripts(row: AttackRow, harms: readonly Harm[], text: string): void {
  const scripts = harms.filter(({ kind }) => kind === 'script' || kind === 'dialog')
  countInput(row, scripts.length === 0 ? null : describeHarm(scripts, text))
}

async function attackWindow(order: AttackOrder): Promise<AttackRow> {
  if (desktopShell.missing !== null) return skippedRow(inWindow, desktopShell.missing)
  const row = emptyRow(inWindow)
  await withDesktop({ bypassesPolicy: order.control }, async ({ page, takeHarm }) => {
    for (const text of inTime(textsFor(order), order)) {
      await insertRaw(page, text)
      await useEverything(page, '#attacked')
      await removeRaw(page)
      const harms = await takeHarm()
      countInput(row, harms.length === 0 ? null : describeHarm(harms, text))
    }
  })
  return row
}

async function attackBrowserShell(order: AttackOrder): Promise<AttackRow> {
  if (browserShell.missing !== null) return skippedRow(inBrowserShell, browserShell.missing)
  const row = emptyRow(inBrowserShell)
  const home = await browserShell.makeHome()
  // In a watch of its own: the control asks for a lot.
  const networkWatch = await mkdtemp(join(tmpdir(), 'lanyard-attack-'))
  const lanyard = await browserShell.open({ home, networkWatch })
  try {
    const { page } = lanyard
    const isOwn = (url: string) => url.startsWith(`${new URL(lanyard.address).origin}/`)
    // Unlike the window, a browser follows links of a page. With this answer, it stays where it is.
    await page.context().route(
      (url) => !isOwn(url.href),
      (route) => route.fulfill({ status: 204 }),
    )
    const watch = await watchHarm(page, isOwn)
    if (order.control) await bypassPolicy(page)
    for (const text of inTime(textsFor(order), order)) {
      await insertRaw(page, text)
      await useEverything(page, '#attacked')
      noteScripts(row, await watch.take(), text)
      // Links to empty pages are followed too.
      if (!isOwn(page.url())) await page.goto(new URL('/', lanyard.address).href)
      // A link to the page itself loads it again, without what was inserted.
      await removeRaw(page).catch(() => page.waitForLoadState())
    }
  } finally {
    await lanyard.kill()
    await home.remove()
    await rm(networkWatch, { recursive: true })
  }
  return row
}
