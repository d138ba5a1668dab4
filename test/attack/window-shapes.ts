import type { Page } from 'playwright-core'
import { mustCall } from '../support/call.ts'
import { desktopShell } from '../support/desktop.ts'
import { pathologicalTexts, shapeLengths } from '../support/pathological-texts.ts'
import { entryText, goTo, openDay, waitUntilSaved } from '../support/steps.ts'
import { someTrip } from '../support/trips.ts'
import { seeded } from '../torture/random.ts'
import { withDesktop } from './desktop.ts'
import { draw } from './draw.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, inTime, most, skippedRow } from './row.ts'
import { type WindowBlocks, type WindowWatch, watchWindow } from './watch-window.ts'

const places = ['opened', 'changed', 'pasted', 'pasted as web content', 'in a report'] as const
type Place = (typeof places)[number]
const PLANTED = 'a page that is blocked'

/** For how long a thread may be blocked, in milliseconds. */
export interface WindowLimits {
  page: number
  main: number
}

/** What a user does not notice. */
const strict: WindowLimits = { page: 200, main: 50 }

/** Timeout for each step with a text, in milliseconds. */
const STEP_MS = 10_000

const nameOfRow = (place: string) => `texts in the window: ${place}`

/** Every shape at every length. */
const allTexts = pathologicalTexts.flatMap(({ name, write }) =>
  Object.values(shapeLengths).map((length) => ({ name, write, length })),
)

/**
 * Takes texts that are hard to show through the places of the window, and measures for how long its page and its main
 * process are blocked. The hole is a page that works for about half a second.
 */
export async function attackWindowWithTexts(order: AttackOrder, limits = strict): Promise<AttackRow[]> {
  const { count, seed, control } = order
  if (desktopShell.missing !== null) return [skippedRow(nameOfRow('all places'), desktopShell.missing)]
  const rows = new Map<string, AttackRow>()
  const longest = new Map<string, number>()
  const rowOf = (place: string) => {
    const row = rows.get(place) ?? emptyRow(nameOfRow(place))
    rows.set(place, row)
    return row
  }
  const note = (place: string, what: string, blocks: WindowBlocks, memory: number) => {
    const row = rowOf(place)
    const line = `${what}: page ${Math.round(blocks.page)} ms, main ${Math.round(blocks.main)} ms`
    countInput(row, blocks.page <= limits.page && blocks.main <= limits.main ? null : line)
    row.longestPageBlock = most(row.longestPageBlock, blocks.page)
    row.longestMainBlock = most(row.longestMainBlock, blocks.main)
    row.peakMemory = most(row.peakMemory, memory)
    if (blocks.page <= (longest.get(place) ?? -1)) return
    longest.set(place, blocks.page)
    row.slowest = line
  }
  await withDesktop({}, async ({ lanyard, page }) => {
    const watch = await watchWindow(lanyard.app, page)
    try {
      // Once without looking: the first use of each place loads its code.
      await tryText(page, watch, 'A short text.', async () => void (await watch.settle(STEP_MS)))
      for (const { name, write, length } of inTime(draw(allTexts, count, seeded(seed)), order)) {
        const what = `${name}, ${length} characters`
        const reached: Place[] = []
        try {
          await tryText(page, watch, write(length), async (place) => {
            reached.push(place)
            note(place, what, await watch.settle(STEP_MS), await watch.memory())
          })
        } catch (error) {
          // The next one begins with a new page.
          const row = rowOf(places[reached.length] ?? places[0])
          countInput(row, `${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
        }
        if (!control) continue
        await page.evaluate(keepBusy)
        note(PLANTED, what, await watch.settle(STEP_MS), await watch.memory())
      }
    } finally {
      watch.stop()
    }
  })
  return [...rows.values()].filter(({ attack }) => !control || attack === nameOfRow(PLANTED))
}

/** The hole: at least half a second of work, however busy the machine is with other things. Runs in the page. */
const keepBusy = `{ let sum = 0; for (let count = 0; count < 4e8; count++) sum += count % 7; globalThis.kept = sum }`

/** Waits until what was begun in a place is over, and writes down what it took. */
type Note = (place: Place) => Promise<void>

/** Takes a text through all places of the window, in a trip of its own. */
async function tryText(page: Page, watch: WindowWatch, text: string, note: Note): Promise<void> {
  const { trip } = await mustCall(page, 'trips.create', someTrip({ title: 'Heavy' }))
  const tripId = trip.id
  for (const [title, words] of [
    ['Long', text],
    ['Empty', ''],
  ]) {
    const fields = { kind: 'note', title, text: words }
    await mustCall(page, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields })
  }
  await page.reload()
  await page.locator('#root > *').first().waitFor()
  const back = page.locator('.trip-back')
  if (await back.isVisible()) await back.click()
  await page.locator(`[data-key="${tripId}"]`).press('Enter')
  await openDay(page, 'Tuesday, 14 April')
  await openNote(page, 'Empty')
  await watch.settle(STEP_MS)

  await openNote(page, 'Long')
  await note('opened')
  await entryText(page).press('ControlOrMeta+Home')
  await page.keyboard.type('ab')
  await waitUntilSaved(page)
  await entryText(page).press('ControlOrMeta+End')
  await note('changed')

  // Whatever keeps a thread busy between two places counts for the next one.
  await openNote(page, 'Empty')
  for (const [place, type] of [
    ['pasted', 'text/plain'],
    ['pasted as web content', 'text/html'],
  ] as const) {
    await paste(page, type, type === 'text/html' ? `<p>x</p>${text}` : text)
    // The words come first, and what they are converted to replaces them later.
    await page.waitForTimeout(type === 'text/html' ? 700 : 100)
    await note(place)
    await entryText(page).press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
  }
  await waitUntilSaved(page)

  await goTo(page, 'report')
  // A text that takes too long to be made into a report is refused, which is as good.
  await page.locator('.post-preview .post-title, .report-failure').first().waitFor()
  await note('in a report')
  await mustCall(page, 'trips.delete', { tripId })
}

async function openNote(page: Page, title: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(`\\b${title}\\b`) }).click()
  await page.getByRole('textbox', { name: `Text of ${title}` }).waitFor()
}

async function paste(page: Page, type: string, content: string): Promise<void> {
  await entryText(page).focus()
  await page.evaluate(
    ({ type: given, content: data }) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(given, data)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    { type, content },
  )
}
