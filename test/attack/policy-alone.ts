import { contentSecurityPolicy, pageHeaders } from '../../electron/shared/page.ts'
import { desktopShell } from '../support/desktop.ts'
import { seeded } from '../torture/random.ts'
import { noChromium, onServedPages } from './chromium.ts'
import { hostileTexts } from './corpora/hostile-texts.ts'
import { withDesktop } from './desktop.ts'
import { insertRaw, removeRaw, useEverything } from './raw-insertion.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, skippedRow } from './row.ts'
import { describeHarm } from './watch-harm.ts'

const inBrowser = 'HTML past all sanitising, in a page with our policy'
const inWindow = 'HTML past all sanitising, in the window'

/**
 * Hostile HTML meets the content security policy alone: it is served as it is, and put into the page in every way that a
 * page has. No script of it may run. The control leaves the policy out.
 */
export async function attackPolicy(order: AttackOrder): Promise<AttackRow[]> {
  return [await attackServedPage(order), await attackWindow(order)]
}

async function attackServedPage({ count, seed, control }: AttackOrder): Promise<AttackRow> {
  if (noChromium !== null) return skippedRow(inBrowser, noChromium)
  const row = emptyRow(inBrowser)
  const texts = hostileTexts(count, seeded(seed))
  const policy = contentSecurityPolicy('attack', null)
  const headers: Record<string, string> = control ? {} : { ...pageHeaders, 'content-security-policy': policy }
  await onServedPages(texts, async (text, { page, show }, watch) => {
    const title = text.replaceAll('<script', '<SCRIPT')
    await show({ body: `<!doctype html><title>${title}</title><p title="${text}">${text}`, headers })
    await insertRaw(page, text).catch(() => {})
    await useEverything(page)
    const harms = await watch.take()
    // A policy cannot keep a page from going elsewhere, or a link from opening another page.
    const scripts = harms.filter(({ kind }) => kind === 'script' || kind === 'dialog')
    countInput(row, scripts.length === 0 ? null : describeHarm(scripts, text))
  })
  return row
}

async function attackWindow({ count, seed, control }: AttackOrder): Promise<AttackRow> {
  if (desktopShell.missing !== null) return skippedRow(inWindow, desktopShell.missing)
  const row = emptyRow(inWindow)
  await withDesktop({ bypassesPolicy: control }, async ({ page, takeHarm }) => {
    for (const text of hostileTexts(count, seeded(seed))) {
      await insertRaw(page, text)
      await useEverything(page, '#attacked')
      await removeRaw(page)
      const harms = await takeHarm()
      countInput(row, harms.length === 0 ? null : describeHarm(harms, text))
    }
  })
  return row
}
