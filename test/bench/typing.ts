import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventText, inventTrip } from './invent-trip.ts'
import { pressKey, startRecording } from './record-paints.ts'
import { compare, type Measurement, type Skipped, takeTurns } from './measurement.ts'
import { bareWindow, openWindow } from './open-window.ts'

const NAME = 'keystroke to paint in an entry of 100 KB'
const TITLE_NAME = 'keystroke to paint in a title, with 60 entries'
const TEXT_LENGTH = 100_000

/** Maximum length of the title that is typed. */
const TITLE_LENGTH = 60

/** Number of entries of the day whose list shows the title that is typed. */
const ENTRIES = 60

/**
 * Typing in the middle of a long text, and in the title of one of many entries: for each letter, the time from the key
 * event until the frame that shows it is painted.
 */
export async function measureTyping(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [NAME, TITLE_NAME].map((name) => ({ name, skipped: desktop }))
  const text = inventText(TEXT_LENGTH, 1)
  const library = join(folder, 'library')
  const page = join(folder, 'page')
  await makeLibrary(library, text)
  await makeBarePage(page, text)
  await mkdir(join(folder, 'home'))
  await desktop.give(folder)

  const ours = await openWindow(desktop, { app: root, folder, own: 'ours', args: ['--library', library] })
  const bare = await openWindow(desktop, { app: bareWindow, folder, own: 'bare', page: join(page, 'index.html') })
  try {
    await ours.page.locator('.trip-card').click()
    await ours.page.getByText('The long one').first().click()
    for (const { page: window } of [ours, bare]) await goToTheMiddle(window)
    const samples = await takeTurns(
      300,
      30,
      () => typeLetter(ours.page),
      () => typeLetter(bare.page),
    )
    await goToTheTitle(ours.page)
    await bare.page.locator('#bare-input').click()
    const inTitle = await takeTurns(
      300,
      30,
      (round) => typeTitle(ours.page, round),
      (round) => typeTitle(bare.page, round),
    )
    return [
      compare({ name: NAME, against: 'a bare CodeMirror page', statistic: 'p95', target: 1.15 }, samples),
      compare({ name: TITLE_NAME, against: 'a bare field', statistic: 'p95', target: 1.15 }, inTitle),
    ]
  } finally {
    await Promise.all([ours.close(), bare.close()])
    desktop.close()
  }
}

async function makeLibrary(folder: string, text: string): Promise<void> {
  const library = openLibrary({ folder })
  const trip = inventTrip('A trip', ENTRIES, 1_000)
  const [first, ...others] = trip.entries
  if (first === undefined || first.kind === 'encounter') throw new Error('The trip has no first entry.')
  await library.create({
    ...trip,
    entries: [{ ...first, title: 'The long one', text }, ...others.map((entry) => ({ ...entry, day: first.day }))],
  })
  await library.close()
}

/** A page with CodeMirror, line wrapping, a text, and nothing else. */
async function makeBarePage(folder: string, text: string): Promise<void> {
  const source = join(root, 'test', 'bench', 'bare-editor')
  await mkdir(folder, { recursive: true })
  await build({
    root: source,
    base: './',
    logLevel: 'error',
    configFile: false,
    define: { TEXT: JSON.stringify(text) },
    build: { outDir: folder, emptyOutDir: true, modulePreload: false, target: 'chrome130' },
  })
}

async function goToTheTitle(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Title', exact: true }).click()
  await page.keyboard.press('End')
  await page.waitForTimeout(1_000)
}

async function goToTheMiddle(page: Page): Promise<void> {
  await page.locator('.cm-content').click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let index = 0; index < 20; index++) await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  await page.waitForTimeout(1_000)
  await startRecording(page)
}

const typeLetter = (page: Page) => pressKey(page, 'e')

/** Types the next letter of a title. When it is as long as titles are, the letter replaces it. */
async function typeTitle(page: Page, round: number): Promise<number> {
  if (round % TITLE_LENGTH === 0)
    await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.select())
  return await typeLetter(page)
}
