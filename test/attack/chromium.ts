import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../support/programs.ts'
import { type HarmWatch, watchHarm } from './watch-harm.ts'

/** Why there is no browser for attacks; `null` if there is one. */
export const noChromium = findChromium() === null ? 'there is no Chromium; name one in CHROMIUM' : null

/** A page as it is served: its HTML and its headers. */
export interface Served {
  body: string
  headers?: Record<string, string>
}

/** Where pages are served, for no network is asked. With https, a page has everything that browsers offer. */
const ORIGIN = 'https://lanyard.test'

export interface ServedPage {
  page: Page
  /** Shows a document, and waits until it is loaded, or for a second. */
  show: (served: Served) => Promise<void>
  /** The same with a file on the disk, the way a user opens it. @param path absolute */
  showFile: (path: string) => Promise<void>
  /** Whether an address belongs to what is served. */
  isOwn: (url: string) => boolean
}

/** Number of inputs that share a page: a new one takes longer than most of them. */
const USES = 25

/** Number of pages that are used at once. Each of them waits most of the time. */
const PAGES = 4

/**
 * Takes each of some inputs to a page of a browser in which nothing but what a test serves can be reached.
 *
 * @param attack is given an empty page, and what is watching it
 */
export async function onServedPages<T>(
  inputs: Iterable<T>,
  attack: (input: T, served: ServedPage, watch: HarmWatch) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const rest = oneByOne(inputs)
  const work = async () => {
    const context = await browser.newContext()
    // Other pages that a page opens reach nothing either.
    await context.route('**', (route) => route.abort())
    let current: WatchedPage | null = null
    // All take from the same list.
    for (const input of rest) {
      current ??= await openWatched(context)
      await attack(input, current.served, current.watch)
      current.uses++
      if (current.uses < USES && (await clear(current.served.page))) continue
      await current.served.page.close()
      current = null
    }
  }
  try {
    await Promise.all(Array.from({ length: PAGES }, work))
  } finally {
    await browser.close()
  }
}

interface WatchedPage {
  served: ServedPage
  watch: HarmWatch
  uses: number
}

async function openWatched(context: BrowserContext): Promise<WatchedPage> {
  const served = await servePage(await context.newPage())
  return { served, watch: await watchHarm(served.page, served.isOwn), uses: 0 }
}

/** Empties a page. Resolves with whether that was possible: it may be on its way elsewhere. */
async function clear(page: Page): Promise<boolean> {
  await page.goto('about:blank', { timeout: 2000 }).catch(() => {})
  return page.url() === 'about:blank'
}

/** The same inputs, in an iterator that several loops can share. */
function* oneByOne<T>(inputs: Iterable<T>): Generator<T, void> {
  yield* inputs
}

const isPicture = (url: string) => url.startsWith(`${ORIGIN}/images/`)

async function servePage(page: Page): Promise<ServedPage> {
  let current: Served = { body: '' }
  let shown = 0
  let file: string | null = null
  let folder = ''
  // A page may come with pictures beside it.
  const isInFolder = (url: string) => file !== null && url.startsWith(folder)
  const addressOf = () => `${ORIGIN}/${shown}`
  await page.route('**', async (route) => {
    const url = route.request().url()
    if (isInFolder(url)) return await route.continue()
    if (url !== addressOf()) return await route.abort()
    const headers = { 'content-type': 'text/html; charset=utf-8', ...current.headers }
    await route.fulfill({ body: current.body, headers })
  })
  return {
    page,
    isOwn: (url) => /^(?:blob|data|about):/.test(url) || url === addressOf() || isInFolder(url) || isPicture(url),
    show: async (served) => {
      current = served
      shown++
      file = null
      await open(page, addressOf())
    },
    showFile: async (path) => {
      file = pathToFileURL(path).href
      folder = file.slice(0, file.lastIndexOf('/') + 1)
      await open(page, file)
    },
  }
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' })
  // Some content is never loaded, and some goes elsewhere at once.
  await page.waitForLoadState('load', { timeout: 1000 }).catch(() => {})
}
