import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/* What a user does in the window, by the names that the window gives to things. */

export interface TripAnswers {
  title: string
  firstDay: string
  lastDay: string
  city: string
}

/** Makes a trip; the window goes to its journal, where the first entry is open. */
export async function makeTrip(page: Page, { title, firstDay, lastDay, city }: TripAnswers): Promise<void> {
  // An empty library says it in its own words.
  await page
    .getByRole('button', { name: /^(New trip|Start a trip)/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'New trip' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(title)
  await dialog.getByLabel('First day').fill(firstDay)
  await dialog.getByLabel('Last day').fill(lastDay)
  await dialog.getByRole('textbox', { name: 'City' }).fill(city)
  await dialog.getByRole('button', { name: 'Start writing' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Opens a trip from the library. */
export async function openTrip(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** @param day as the rail says it, "Tuesday, 14 April" */
export async function openDay(page: Page, day: string): Promise<void> {
  await page.getByRole('grid', { name: 'Days' }).getByRole('row', { name: day }).click()
  await page.getByRole('region', { name: `Entries of ${day}` }).waitFor()
}

/** Adds an entry to the open day; its first field has the cursor. */
export async function addEntry(page: Page, kind: 'note' | 'talk' | 'person'): Promise<void> {
  const before = await page.evaluate(openEntryKey)
  await page.getByRole('button', { name: `New ${kind}` }).click()
  // A program types faster than the window opens the entry, and would type into the one before.
  await expect.poll(() => page.evaluate(openEntryKey)).not.toBe(before)
  await page.getByRole('region', { name: new RegExp(`^${kind}: `, 'i') }).waitFor()
}

/** Runs in the page. */
function openEntryKey(): string | null {
  const row = document.querySelector('[role=grid][aria-label=Entries] [role=row][aria-selected=true]')
  return row?.getAttribute('data-key') ?? null
}

export async function openEntry(page: Page, name: string): Promise<void> {
  await page.getByRole('grid', { name: 'Entries' }).getByRole('row', { name }).click()
  await entryText(page).waitFor()
}

/** The editor of the open entry. */
export function entryText(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Text of / })
}

export async function fill(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).fill(value)
}

/** Adds the first speaker of the open talk. */
export async function addSpeaker(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add speaker' }).click()
  await fill(page, 'Speaker: name', name)
}

/**
 * Types a text at the end of the open entry, key by key where a line ends: what the editor makes of Enter in a list is
 * part of what is tested.
 */
export async function writeText(page: Page, text: string): Promise<void> {
  await entryText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    if (line !== '') await page.keyboard.insertText(line)
  }
}

/** Waits until the window says that all is saved. */
export async function waitUntilSaved(page: Page): Promise<void> {
  // The editor keeps the last keystrokes to itself for a tenth of a second; until then the state is that of before.
  await page.waitForTimeout(200)
  await page
    .getByRole('contentinfo', { name: 'State of the text' })
    .getByText(/^Saved \d\d:\d\d:\d\d$/)
    .waitFor()
}

export async function goTo(page: Page, place: 'Journal' | 'Report'): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Places of this trip' })
  await places.getByRole('button', { name: place }).click()
}

/** Exports the open trip's report; returns what the summary says. */
export async function exportReport(page: Page, target: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the report' })
  await dialog.getByText(target, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const done = page.getByRole('dialog', { name: 'The report is exported' })
  const summary = await done.getByText(/all there\.|read otherwise|reads otherwise/).innerText()
  await done
    .getByRole('button', { name: /^(Done|Close)$/ })
    .last()
    .click()
  await done.waitFor({ state: 'detached' })
  return summary
}
