import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import type { TripTab } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'

/* What a user does in the window, by the names that the window gives to things in the language of the test. */

/** What a command that asks a question first is called in a menu. */
export const asks = (command: PlainKey): string => t('command.asks', { command: t(command) })

export interface TripAnswers {
  title: string
  firstDay: string
  lastDay: string
  city: string
}

/** Create a trip. The window shows its journal, with the first entry open. */
export async function makeTrip(page: Page, { title, firstDay, lastDay, city }: TripAnswers): Promise<void> {
  // An empty library has another button for it.
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

/** Open a trip from the library, to which the window goes first if it opened where it was closed. */
export async function openTrip(page: Page, title: string): Promise<void> {
  const back = page.getByRole('button', { name: t('command.trips'), exact: true })
  const library = page.getByRole('heading', { level: 1, name: t('library.trips') })
  await back.or(library).first().waitFor()
  if (await back.isVisible()) await back.click()
  await page.getByRole('heading', { level: 2, name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** @param day as the rail names it, such as "Tuesday, 14 April" */
export async function openDay(page: Page, day: string): Promise<void> {
  await page
    .getByRole('grid', { name: t('journal.days') })
    .getByRole('row', { name: day })
    .click()
  await page.getByRole('region', { name: t('journal.entries-of', { day }) }).waitFor()
}

/** Add an entry to the open day. The cursor is in its first field. */
export async function addEntry(page: Page, kind: 'note' | 'talk' | 'person'): Promise<void> {
  const before = await page.evaluate(openEntryKey)
  await page.getByRole('button', { name: `New ${kind}` }).click()
  // A test types faster than the window opens the entry, and would type into the previous one.
  await expect.poll(() => page.evaluate(openEntryKey)).not.toBe(before)
  await page.getByRole('region', { name: new RegExp(`^${kind}: `, 'i') }).waitFor()
}

/** Runs in the page. */
function openEntryKey(): string | null {
  const row = document.querySelector('[role=grid][aria-label=Entries] [role=row][aria-selected=true]')
  return row?.getAttribute('data-key') ?? null
}

export async function openEntry(page: Page, name: string): Promise<void> {
  await page
    .getByRole('grid', { name: t('journal.entries'), exact: true })
    .getByRole('row', { name })
    .click()
  await entryText(page).waitFor()
}

/** The editor of the open entry. */
export function entryText(page: Page): Locator {
  return page.getByRole('textbox', { name: t('journal.text-of', { name: '' }).trim() })
}

export async function fill(page: Page, name: string, value: string): Promise<void> {
  // A field that offers what was written before is a combo box.
  const field = page.getByRole('textbox', { name, exact: true })
  await field.or(page.getByRole('combobox', { name, exact: true })).fill(value)
}

/** Open the details of the open entry, which are one line until then. */
export async function openEntryDetails(page: Page): Promise<void> {
  const line = page.getByRole('button', { name: /^Details(?::|$)/, expanded: false })
  if (await line.isVisible()) await line.click()
}

/** Add the first speaker of the open talk. */
export async function addSpeaker(page: Page, name: string): Promise<void> {
  await openEntryDetails(page)
  await page.getByRole('button', { name: 'Add speaker' }).click()
  await fill(page, 'Speaker: Name', name)
}

/**
 * Type a text at the end of the open entry, pressing Enter at the end of each line: how the editor continues a list is
 * part of the test.
 */
export async function writeText(page: Page, text: string): Promise<void> {
  await entryText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    if (line !== '') await page.keyboard.insertText(line)
  }
}

/** Wait until the window shows that everything is saved. */
export async function waitUntilSaved(page: Page): Promise<void> {
  // The editor reports the last keystrokes after a tenth of a second; until then, the old state is shown.
  await page.waitForTimeout(200)
  await page
    .getByRole('contentinfo', { name: 'Save status' })
    .getByText(/^Saved \d\d:\d\d:\d\d$/)
    .waitFor()
}

export async function goTo(page: Page, place: TripTab): Promise<void> {
  const places = page.getByRole('navigation', { name: t('frame.places') })
  await places.getByRole('button', { name: t(`command.${place}`) }).click()
}

/** Open the title or the lead of the report from its row in the outline, write it in the post, and go back to the row. */
export async function writePart(page: Page, part: 'title' | 'lead', text: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t(`report.${part}`)}`) }).press('Enter')
  await page.getByRole('textbox', { name: t(`report.${part}`), exact: true }).waitFor()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Escape')
}

/** Write the closing of the report in the post. */
export async function writeClosing(page: Page, heading: string, text: string): Promise<void> {
  await page.getByRole('button', { name: t('report.add-closing') }).click()
  await page.keyboard.insertText(heading)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: t('report.closing'), exact: true }).waitFor()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Escape')
}

/** Open the line with the authors, the date, the tags and the settings of the report. */
export async function openDetails(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Details of the post/ }).click()
}

/** Export the report of the open trip. Returns the text of the summary. */
export async function exportReport(page: Page, target: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the report' })
  await dialog.getByText(target, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const done = page.getByRole('dialog', { name: 'The report is exported' })
  const summary = await done.getByText(/all there\.$|^Written: |^Everything was written\./).innerText()
  await done
    .getByRole('button', { name: /^(Done|Close)$/ })
    .last()
    .click()
  await done.waitFor({ state: 'detached' })
  return summary
}
