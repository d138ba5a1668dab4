import type { ElectronApplication, Page } from 'playwright-core'
import { htmlPage } from '../../electron/journal/exporters/html/html-page.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import type { Bridge } from '../../electron/shared/contract/index.ts'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { linkAddress } from '../../electron/shared/link-address.ts'
import { entryPart } from '../../electron/shared/report/post-places.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { desktopShell } from '../support/desktop.ts'
import { exportPost } from '../support/exports.ts'
import { giveToOwner, type Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { addTrip, someNote, tripWith } from '../support/library.ts'
import { goTo, openTrip } from '../support/steps.ts'
import { seeded } from '../torture/random.ts'
import { carelessPage, isHarmlessLink, takeLinks } from './careless-page.ts'
import { noChromium, onServedPages } from './chromium.ts'
import { hostileAddresses } from './corpora/link-addresses.ts'
import { type AttackedDesktop, withDesktop } from './desktop.ts'
import { useEverything } from './raw-insertion.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, inTime, skippedRow } from './row.ts'

const names = {
  checked: 'addresses, checked before the system opens them',
  called: 'addresses, in calls from the page',
  shown: 'addresses, in links of a report that are clicked',
  exported: 'addresses, in links of exported pages',
} as const

/** Number of addresses in a text. */
const ADDRESSES_PER_TEXT = 40

/** Number of texts in a trip. */
const TEXTS_PER_TRIP = 10

/** Number of addresses that are tried before the network's log is looked at, which takes longer than a call. */
const CALLS_AT_ONCE = 100

/** A window in which much of a report is drawn at once, in pixels. */
const TALL = { width: 1000, height: 8000 }

/**
 * Asks for dangerous addresses to be opened, in every disguise: in calls, and in links of entries that are clicked in a
 * report and in exported pages. The system is asked to open none of them, and exported links are harmless. The control
 * replaces what checks them by what programs often have instead.
 */
export async function attackLinks(order: AttackOrder): Promise<AttackRow[]> {
  const { count, seed, control } = order
  const source = hostileAddresses(seeded(seed))
  const addresses = Array.from({ length: count }, () => source.next().value)
  const check = control ? blockListed : linkAddress
  const checked = emptyRow(names.checked)
  for (const address of addresses) {
    const opened = check(address)
    countInput(checked, opened === null ? null : `${JSON.stringify(address)} is opened as ${JSON.stringify(opened)}`)
  }
  const [inWindow, exported] = await Promise.all([attackWindow(addresses, order), attackExports(addresses, order)])
  return [checked, ...inWindow, exported]
}

/** The check of a program that knows some bad addresses, instead of all good ones. */
function blockListed(address: string): string | null {
  return /^(?:javascript|vbscript|data|file):/.test(address) ? null : address
}

async function attackWindow(addresses: readonly string[], order: AttackOrder): Promise<AttackRow[]> {
  const { control } = order
  const { missing } = desktopShell
  if (missing !== null) return [skippedRow(names.called, missing), skippedRow(names.shown, missing)]
  const [called, shown] = [emptyRow(names.called), emptyRow(names.shown)]
  const trips = tripsWith(addresses)
  const prepare = async (home: Home) => {
    const library = openLibrary({ folder: home.library })
    for (const { title, entries } of trips) await addTrip(library, entries, { title })
    await library.close()
    await giveToOwner(home)
  }
  await withDesktop({ prepare }, async (desktop) => {
    if (control) await plantOpenLinks(desktop.lanyard.app)
    await callWith(desktop, addresses, called, control ? 1 : CALLS_AT_ONCE)
    await desktop.page.setViewportSize(TALL)
    for (const trip of inTime(trips, order)) await clickIn(desktop, trip, shown, control)
  })
  return [called, shown]
}

async function callWith(
  { page, takeHarm }: AttackedDesktop,
  addresses: readonly string[],
  row: AttackRow,
  atOnce: number,
): Promise<void> {
  for (let from = 0; from < addresses.length; from += atOnce) {
    const some = addresses.slice(from, from + atOnce)
    await page.evaluate(openLinks, some)
    const [harm] = await takeHarm()
    for (const [index] of some.entries()) {
      countInput(row, harm === undefined || index > 0 ? null : `${harm.what} after one of ${JSON.stringify(some)}`)
    }
  }
}

/** Runs in the page. */
async function openLinks(addresses: readonly string[]): Promise<void> {
  const { lanyard } = window as unknown as { lanyard: Bridge }
  for (const url of addresses) await lanyard.call('links.open', { url })
}

interface LinkTrip {
  title: string
  entries: Entry[]
  addresses: readonly string[]
}

/** Clicks every link in the report of a trip, of which only what is seen is drawn. */
async function clickIn(
  { page, takeHarm }: AttackedDesktop,
  { title, entries, addresses }: LinkTrip,
  row: AttackRow,
  control: boolean,
): Promise<void> {
  // What was clicked before may still be waiting for a page that never comes.
  await page.reload()
  await openTrip(page, title)
  await goTo(page, 'report')
  await page.locator('.post-preview .post-title').waitFor()
  const [bad, drawn] = [new Set<string>(), new Set<string>()]
  for (let top = 0, isEnd = false; !isEnd; top += TALL.height / 2) {
    isEnd = await page.evaluate(scrollReport, top)
    // The report is composed in parts.
    await waitUntilDrawn(page)
    if (control && top === 0) await page.evaluate(plantLinks, addresses)
    for (const part of await page.evaluate(drawnParts)) drawn.add(part)
    for (const link of await page.evaluate(strangeLinks)) bad.add(link)
    await useEverything(page, '.post-preview')
    for (const { what } of await takeHarm()) bad.add(what)
    // Planted links lead elsewhere.
    if (control) break
  }
  const missing = entries.filter(({ id }) => !drawn.has(entryPart(id))).map((entry) => `not shown: ${entryName(entry)}`)
  const failures = control ? [...bad] : [...bad, ...missing]
  for (const [index] of addresses.entries()) countInput(row, failures[index] ?? null)
}

/** Scrolls the report to a place, and tells whether its end is seen. Runs in the page. */
function scrollReport(top: number): boolean {
  const scroller = document.querySelector('.report-preview-scroll')
  scroller?.scrollTo(0, top)
  return scroller === null || scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
}

async function waitUntilDrawn(page: Page): Promise<void> {
  const text = () => page.locator('.post-preview').innerText()
  for (let before = '', now = await text(); now !== before; now = await text()) {
    before = now
    await page.waitForTimeout(100)
  }
}

/** The parts of the report that are drawn. Runs in the page. */
function drawnParts(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.post-preview [data-of]'), (one) => one.dataset['of'] ?? '')
}

/** The addresses of links in the report which the page would pass on although nobody may open them. Runs in the page. */
function strangeLinks(): string[] {
  return Array.from(document.querySelectorAll<HTMLAnchorElement>('.post-preview a'))
    .filter(
      ({ href, hash }) => !/^(?:https?|mailto):/.test(href) && (hash === '' || !href.startsWith('app://lanyard/#')),
    )
    .map(({ href }) => href)
}

/** The hole: links as they were written. Runs in the page. */
function plantLinks(addresses: readonly string[]): void {
  for (const address of addresses) {
    const link = document.createElement('a')
    link.setAttribute('href', address)
    document.querySelector('.post-preview')?.append(link)
  }
}

/** The hole: the main process opens whatever the page asks it to open. */
async function plantOpenLinks(app: ElectronApplication): Promise<void> {
  await inMain(
    app,
    ({ ipcMain, shell }) => {
      ipcMain.removeHandler('links.open')
      ipcMain.handle('links.open', async (_, { url }: { url: string }) => {
        await shell.openExternal(url)
        return { ok: true, value: {} }
      })
    },
    null,
  )
}

async function attackExports(addresses: readonly string[], order: AttackOrder): Promise<AttackRow> {
  if (noChromium !== null) return skippedRow(names.exported, noChromium)
  const row = emptyRow(names.exported)
  await onServedPages(inTime(textsWith(addresses).entries(), order), async ([index, text], { page, show }) => {
    const trip = tripWith([entryWith(text, addresses[index] ?? '')], { title: addresses[index] || 'x' })
    const body = order.control ? await carelessPage(text) : (await exportPost(htmlPage, composePost(trip).post)).text
    await show({ body })
    const bad = (await page.evaluate<string[]>(takeLinks)).filter((url) => !isHarmlessLink(url))
    const inText = addresses.slice(index * ADDRESSES_PER_TEXT, (index + 1) * ADDRESSES_PER_TEXT)
    for (const [at] of inText.entries()) countInput(row, bad[at] ?? null)
  })
  return row
}

/** Trips whose reports have the addresses in links, a few in each. */
function tripsWith(addresses: readonly string[]): LinkTrip[] {
  const entries = textsWith(addresses).map((text, index) => entryWith(text, addresses[index] ?? ''))
  return Array.from({ length: Math.ceil(entries.length / TEXTS_PER_TRIP) }, (_, index) => {
    const from = index * TEXTS_PER_TRIP
    return {
      title: `Links ${String(index + 1).padStart(4, '0')}`,
      entries: entries.slice(from, from + TEXTS_PER_TRIP),
      addresses: addresses.slice(from * ADDRESSES_PER_TEXT, (from + TEXTS_PER_TRIP) * ADDRESSES_PER_TEXT),
    }
  })
}

/** Texts with the addresses in every kind of link. */
function textsWith(addresses: readonly string[]): string[] {
  const texts: string[] = []
  for (let from = 0; from < addresses.length; from += ADDRESSES_PER_TEXT) {
    const some = addresses.slice(from, from + ADDRESSES_PER_TEXT)
    texts.push(some.flatMap((address, index) => linksTo(address, `r${from + index}`)).join('\n\n'))
  }
  return texts
}

function linksTo(address: string, reference: string): string[] {
  const inAttribute = address.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const inBrackets = address
    .replaceAll(/[\r\n]/g, '')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  const bare = inBrackets.replaceAll(/\s/g, '')
  return [
    `[a](<${inBrackets}>)`,
    `[a](${bare} "t")`,
    `[a][${reference}]`,
    `[${reference}]: <${inBrackets}>`,
    `<${bare}>`,
    `<a href="${inAttribute}">a</a>`,
    `<a href='${address.replaceAll("'", '&#39;')}'>a</a>`,
    `<a href=${bare.replaceAll('"', '&quot;')}>a</a>`,
    `![a](<${inBrackets}>)`,
    `> — [a](<${inBrackets}>)`,
  ]
}

function entryWith(text: string, address: string): Entry {
  return someNote({ title: address.slice(0, 1000), text })
}
