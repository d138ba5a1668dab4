import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { planOf } from '../../electron/shared/import-draft.ts'
import { handMadeZip, tripFiles } from '../support/archives.ts'
import { callBridge, mustCall } from '../support/call.ts'
import { desktopShell } from '../support/desktop.ts'
import { writtenTargets } from '../support/exports.ts'
import { entryText, goTo, openDay } from '../support/steps.ts'
import { textsFor } from './corpora/hostile-texts.ts'
import { type AttackedDesktop, withDesktop } from './desktop.ts'
import { dropOn } from '../support/drop-on.ts'
import { hostileTrip } from './hostile-trip.ts'
import { plantRawHtml } from './planted-page.ts'
import { useEverything } from './raw-insertion.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, inTime, partsOf, skippedRow } from './row.ts'
import { describeHarm } from './watch-harm.ts'

const places = ['imported', 'opened', 'pasted', 'dropped', 'in a report'] as const
type Place = (typeof places)[number]

/** Number of texts in a trip. */
const TEXTS_PER_TRIP = 12

/** Number of trips from Markdown that are opened for each of these; all are in the list of trips. */
const OPENED_IMPORTS = 3

const base64 = (data: Uint8Array) => ({ $bytes: Buffer.from(data).toString('base64') })

/**
 * Takes hostile texts through the real program: they are imported, opened, pasted, dropped, shown in a report and exported,
 * in every field. Nothing of them may run, ask, load, lead elsewhere or reach a network. The control shows every text as
 * the HTML that it is, in a page without our policy.
 */
export async function attackWindow(order: AttackOrder): Promise<AttackRow[]> {
  const rows = new Map<Place, AttackRow>(places.map((place) => [place, emptyRow(`hostile texts, ${place}`)]))
  if (desktopShell.missing !== null) return [skippedRow('hostile texts', desktopShell.missing)]
  const texts = textsFor(order)
  await withDesktop({ bypassesPolicy: order.control }, async (desktop) => {
    if (order.control) await plantRawHtml(desktop.page)
    const check = async (place: Place, text: string) => {
      // What a text sets off often comes a moment later.
      await desktop.page.waitForTimeout(order.control ? 300 : 20)
      const harms = await desktop.takeHarm()
      const row = rows.get(place)
      if (row !== undefined) countInput(row, harms.length === 0 ? null : describeHarm(harms, text))
    }
    for (const from of inTime(partsOf(texts.length, TEXTS_PER_TRIP), order)) {
      await attackWithTrip(desktop, texts.slice(from, from + TEXTS_PER_TRIP), check)
    }
  })
  return [...rows.values()]
}

type Check = (place: Place, text: string) => Promise<void>

async function attackWithTrip(desktop: AttackedDesktop, texts: readonly string[], check: Check): Promise<void> {
  const { page } = desktop
  const { trip, entries, pictures } = hostileTrip(texts)
  const all = texts.join('\n')
  const data = base64(handMadeZip(tripFiles(trip, pictures)))
  const name = `${texts[0]}.lanyard`
  const { archiveId } = await mustCall(page, 'archives.read', { jobId: crypto.randomUUID(), name, data })
  const taken = await mustCall(page, 'archives.take', { jobId: crypto.randomUUID(), archiveId, way: 'new' })
  const tripId = taken.trip.id
  await openById(page, tripId)
  await openDay(page, 'Tuesday, 14 April')
  await check('imported', all)

  for (const { id, text } of entries) {
    await page.locator(`.entry-row[data-key="${id}"]`).click()
    await entryText(page).waitFor()
    await check('opened', text)
  }
  for (const text of texts) {
    await pasteOver(page, text)
    await check('pasted', text)
    await drop(desktop, text)
    await check('dropped', text)
    await importText(page, text)
    await check('imported', text)
  }
  await goTo(page, 'report')
  await page.locator('.post-preview .post-title').waitFor()
  await page.waitForTimeout(300)
  await useEverything(page, '.post-preview')
  // Printing opens a window of its own, which counts as harm here; the tests of PDFs look into it.
  for (const { id: target } of writtenTargets) {
    await callBridge(page, 'exports.run', { tripId, jobId: crypto.randomUUID(), target, replace: true })
  }
  await check('in a report', all)
  // What was read from Markdown has trips of its own.
  const { trips } = await mustCall(page, 'library.list', {})
  for (const [index, other] of trips.entries()) {
    if (index < OPENED_IMPORTS) await openById(page, other.id)
    if (index < OPENED_IMPORTS) await check('imported', all)
    await mustCall(page, 'trips.delete', { tripId: other.id })
  }
  await backToLibrary(page)
}

async function backToLibrary(page: Page): Promise<void> {
  const back = page.locator('.trip-back')
  if (await back.isVisible()) await back.click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

async function openById(page: Page, tripId: string): Promise<void> {
  // The page shows what was imported without it from now on, and what it remembers of its place is hostile too.
  await page.reload()
  await page.locator('#root > *').first().waitFor()
  await backToLibrary(page)
  await page.locator(`[data-key="${tripId}"]`).press('Enter')
  await page.locator('.rail-day').first().waitFor()
}

/** Replaces the text of the open entry by what is pasted: once as web content, once as plain text. */
async function pasteOver(page: Page, text: string): Promise<void> {
  await entryText(page).focus()
  const contents: Record<string, string>[] = [
    { 'text/html': `<p>x</p>${text}`, 'text/plain': 'x' },
    { 'text/plain': text },
  ]
  for (const content of contents) {
    await copy(page, content)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.keyboard.press('ControlOrMeta+V')
    const isThere = 'document.querySelector(".cm-content").textContent.trim() !== ""'
    // Of some texts nothing is left.
    await page.waitForFunction(isThere, null, { timeout: 1000 }).catch(() => {})
  }
}

/** Puts something on the real clipboard, as another program does: browsers clean what a page puts there in other ways. */
async function copy(page: Page, content: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const put = (event: ClipboardEvent) => {
      for (const [type, data] of Object.entries(given)) event.clipboardData?.setData(type, data)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    document.addEventListener('copy', put, { capture: true, once: true })
  }, content)
  await page.keyboard.press('ControlOrMeta+C')
}

/** Drops a text, as programs offer it to others, and a file that is named after it. */
async function drop({ page, home }: AttackedDesktop, text: string): Promise<void> {
  const name = `${text
    .replaceAll(/[/\0]/g, ' ')
    .slice(0, 80)
    .replaceAll(/[\ud800-\udfff]/g, '')}.png`
  const folder = join(home.folder, 'dropped')
  await mkdir(folder, { recursive: true })
  const file = join(folder, name)
  await writeFile(file, `<!doctype html>${text}`)
  const items = [
    { mimeType: 'text/html', data: text },
    { mimeType: 'text/plain', data: text },
    { mimeType: 'text/uri-list', data: 'https://attack.example/x' },
  ]
  for (const data of [{ items }, { items: [], files: [file] }]) await dropOn(page, '.cm-content', data)
}

async function importText(page: Page, text: string): Promise<void> {
  const name = `${text.replaceAll(/[/\\\0]/g, ' ').slice(0, 100)}.md`
  const data = base64(Buffer.from(`# ${text.replaceAll('\n', ' ')}\n\n2026-04-14\n\n${text}`))
  const order = { jobId: crypto.randomUUID(), files: [{ name, data }], tripId: null }
  const draft = await callBridge(page, 'imports.understand', order)
  if (!draft.ok) return
  const plan = planOf(draft.value, { firstDay: '2026-04-14', lastDay: '2026-04-14' })
  await callBridge(page, 'imports.create', { ...order, plan })
}
