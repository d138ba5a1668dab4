import type { ElectronApplication, Page } from 'playwright-core'
import { htmlPage } from '../../electron/journal/exporters/html/html-page.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import type { Bridge } from '../../electron/shared/contract/index.ts'
import { linkAddress } from '../../electron/shared/link-address.ts'
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
import { withDesktop } from './desktop.ts'
import { useEverything } from './raw-insertion.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, skippedRow } from './row.ts'

const names = {
  checked: 'addresses, checked before the system opens them',
  called: 'addresses, in calls from the page',
  shown: 'addresses, in links of a report that are clicked',
  exported: 'addresses, in links of exported pages',
} as const

/** Number of addresses in a text. */
const ADDRESSES_PER_TEXT = 40

/** Timeout for the preview of the report with all links, in milliseconds. */
const PREVIEW_MS = 600_000

/**
 * Asks for dangerous addresses to be opened, in every disguise: in calls, and in links of entries that are clicked in a
 * report and in exported pages. The system is asked to open none of them, and exported links are harmless. The control
 * replaces what checks them by what programs often have instead.
 */
export async function attackLinks({ count, seed, control }: AttackOrder): Promise<AttackRow[]> {
  const source = hostileAddresses(seeded(seed))
  const addresses = Array.from({ length: count }, () => source.next().value)
  const check = control ? blockListed : linkAddress
  const checked = emptyRow(names.checked)
  for (const address of addresses) {
    const opened = check(address)
    countInput(checked, opened === null ? null : `${JSON.stringify(address)} is opened as ${JSON.stringify(opened)}`)
  }
  return [checked, ...(await attackWindow(addresses, control)), await attackExports(addresses, control)]
}

/** The check of a program that knows some bad addresses, instead of all good ones. */
function blockListed(address: string): string | null {
  return /^(?:javascript|vbscript|data|file):/.test(address) ? null : address
}

async function attackWindow(addresses: readonly string[], control: boolean): Promise<AttackRow[]> {
  const { missing } = desktopShell
  if (missing !== null) return [skippedRow(names.called, missing), skippedRow(names.shown, missing)]
  const [called, shown] = [emptyRow(names.called), emptyRow(names.shown)]
  const entries = textsWith(addresses).map((text, index) => entryWith(text, addresses[index] ?? ''))
  const prepare = async (home: Home) => {
    const library = openLibrary({ folder: home.library })
    await addTrip(library, entries, { title: 'Links' })
    await library.close()
    await giveToOwner(home)
  }
  await withDesktop({ prepare }, async ({ lanyard, page, takeHarm }) => {
    if (control) await plantOpenLinks(lanyard.app)
    for (const [index, address] of addresses.entries()) {
      await openLink(page, address)
      // Looking at the network's log after each of thousands of calls would take longer than the calls.
      const looks = control || index % 100 === 99 || index === addresses.length - 1
      countInput(called, looks ? describe(await takeHarm(), address) : null)
    }
    await openTrip(page, 'Links')
    await goTo(page, 'report')
    // A report with thousands of links takes its time, which is not what is measured here.
    await page.locator('.post-preview .post-title').waitFor({ timeout: PREVIEW_MS })
    const text = () => page.locator('.post-preview').innerText({ timeout: PREVIEW_MS })
    // The report is composed in parts.
    for (let before = '', now = await text(); now !== before; now = await text()) {
      before = now
      await page.waitForTimeout(500)
    }
    if (control) await page.evaluate(plantLinks, addresses)
    const strange = await page.evaluate(strangeLinks)
    await useEverything(page, '.post-preview')
    const harms = await takeHarm()
    const bad = [...strange, ...harms.map(({ what }) => what)]
    shown.tried = addresses.length
    shown.held = Math.max(0, addresses.length - bad.length)
    shown.failures.push(...bad.slice(0, 5))
  })
  return [called, shown]
}

function describe(harms: readonly { what: string }[], address: string): string | null {
  return harms.length === 0 ? null : `${harms[0]?.what} after ${JSON.stringify(address)}`
}

async function openLink(page: Page, url: string): Promise<void> {
  await page.evaluate(async (address) => {
    const { lanyard } = window as unknown as { lanyard: Bridge }
    await lanyard.call('links.open', { url: address })
  }, url)
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

async function attackExports(addresses: readonly string[], control: boolean): Promise<AttackRow> {
  if (noChromium !== null) return skippedRow(names.exported, noChromium)
  const row = emptyRow(names.exported)
  await onServedPages([...textsWith(addresses).entries()], async ([index, text], { page, show }) => {
    const trip = tripWith([entryWith(text, addresses[index] ?? '')], { title: addresses[index] || 'x' })
    const body = control ? await carelessPage(text) : (await exportPost(htmlPage, composePost(trip).post)).text
    await show({ body })
    const bad = (await page.evaluate<string[]>(takeLinks)).filter((url) => !isHarmlessLink(url))
    const inText = addresses.slice(index * ADDRESSES_PER_TEXT, (index + 1) * ADDRESSES_PER_TEXT)
    for (const [at] of inText.entries()) countInput(row, bad[at] ?? null)
  })
  return row
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
