import type { Page } from 'playwright-core'
import { goTo, openDay, openEntry, openTrip } from './steps.ts'

/** A view of the window, and how a user gets there from the previous one. */
export interface Stop {
  name: string
  go: (page: Page) => Promise<void>
}

const close = (page: Page) => page.keyboard.press('Escape')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function openDialog(page: Page, button: string, dialog: string): Promise<void> {
  await press(page, button)
  await page.getByRole('dialog', { name: dialog }).waitFor()
}

async function chooseFrom(page: Page, menu: string, item: string): Promise<void> {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item }).click()
}

/** Every screen and dialog in turn, through the sample library. */
export const tour: readonly Stop[] = [
  { name: 'library', go: (page) => page.getByRole('heading', { name: 'Tidewater 2026' }).waitFor() },
  { name: 'new-trip', go: (page) => openDialog(page, 'New trip', 'New trip') },
  {
    name: 'new-trip-all',
    go: (page) => page.getByRole('button', { name: 'Venue, time zone, authors and more' }).click(),
  },
  {
    name: 'settings',
    go: async (page) => {
      await close(page)
      await openDialog(page, 'Settings', 'Settings')
    },
  },
  {
    name: 'about',
    go: (page) => openDialog(page, 'About', 'Lanyard'),
  },
  {
    name: 'report-problem',
    go: (page) => openDialog(page, 'Report a problem…', 'Report a problem'),
  },
  {
    name: 'import',
    go: async (page) => {
      await close(page)
      await openDialog(page, 'Import a report', 'Import a report')
    },
  },
  {
    name: 'journal',
    go: async (page) => {
      await close(page)
      await openTrip(page, 'Commonplace 2026')
      await openDay(page, 'Thursday, 24 September')
    },
  },
  { name: 'talk', go: (page) => openEntry(page, 'The Reader Is Tired') },
  { name: 'note-with-picture', go: (page) => openEntry(page, 'Butter tarts, ranked') },
  { name: 'person', go: (page) => openEntry(page, 'Marguerite Osei') },
  {
    name: 'find',
    go: async (page) => {
      await page.getByRole('textbox', { name: /^Text of / }).click()
      await page.keyboard.press('ControlOrMeta+f')
      await page.locator('.cm-panel').waitFor()
    },
  },
  {
    name: 'entry-menu',
    go: async (page) => {
      await close(page)
      await press(page, 'More for this entry')
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'move',
    go: async (page) => {
      await page.getByRole('menuitem', { name: 'Move to day…' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'entry-history',
    go: async (page) => {
      await close(page)
      await press(page, 'Mark as a highlight')
      await chooseFrom(page, 'More for this entry', 'History…')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'history',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, 'Trip menu', 'History…')
      await page.getByRole('dialog').getByText('Changed since').first().waitFor()
    },
  },
  {
    name: 'deleted-entries',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, 'Trip menu', 'Deleted entries…')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'trip-details',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, 'Trip menu', 'Trip details…')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'keys',
    go: async (page) => {
      await close(page)
      await page.getByRole('button', { name: /^Keys/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'report-by-theme',
    go: async (page) => {
      await close(page)
      await goTo(page, 'Report')
      await page.getByRole('region', { name: 'Preview' }).getByRole('heading').first().waitFor()
    },
  },
  {
    name: 'report-entry',
    go: (page) => page.getByRole('button', { name: 'The island ferry Fri 25' }).click(),
  },
  {
    name: 'export',
    go: async (page) => {
      await close(page)
      await openDialog(page, 'Export', 'Export the report')
      await page.getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'exported',
    go: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('dialog', { name: 'The report is exported' }).waitFor()
    },
  },
  {
    name: 'report-by-day',
    go: async (page) => {
      await close(page)
      await press(page, 'Trips')
      await openTrip(page, 'Tidewater 2026')
      await goTo(page, 'Report')
      await page.getByRole('region', { name: 'Preview' }).getByRole('heading').first().waitFor()
    },
  },
  {
    name: 'welcome',
    go: async (page) => {
      await press(page, 'Trips')
      for (const trip of ['Tidewater 2026', 'Commonplace 2026']) {
        await chooseFrom(page, `More about ${trip}`, 'Move to the trash')
        await page.getByRole('heading', { name: trip }).waitFor({ state: 'detached' })
      }
      await page.getByRole('button', { name: /^Look at the sample/ }).waitFor()
    },
  },
  { name: 'trash', go: (page) => openDialog(page, 'Trash', 'Trash') },
]
