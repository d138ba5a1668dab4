import { formatDay } from '../../../renderer/journal/format-day.ts'
import { t } from '../../../electron/shared/messages/translate.ts'
import { asks, entryText, openDay, openEntry, openTrip } from '../steps.ts'
import { chooseFrom, close, type PartOfTour, press } from './stop.ts'

/** The journal of a trip, and what opens over it. */
export const journalStops: PartOfTour = (written) => [
  {
    name: 'journal',
    go: async (page) => {
      await close(page)
      await openTrip(page, written('Commonplace 2026'))
      await openDay(page, formatDay('2026-09-24'))
    },
  },
  { name: 'talk', go: (page) => openEntry(page, written('The Reader Is Tired')) },
  { name: 'note-with-picture', go: (page) => openEntry(page, written('Butter tarts, ranked')) },
  { name: 'person', go: (page) => openEntry(page, written('Marguerite Osei')) },
  {
    name: 'find',
    go: async (page) => {
      await entryText(page).click()
      await page.keyboard.press('ControlOrMeta+f')
      await page.locator('.cm-panel').waitFor()
    },
  },
  {
    name: 'entry-menu',
    go: async (page) => {
      await close(page)
      await press(page, t('journal.menu-button'))
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'move',
    go: async (page) => {
      await page.getByRole('menuitem', { name: asks('command.move-to-day') }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'entry-history',
    go: async (page) => {
      await close(page)
      await press(page, t('journal.mark-highlight'))
      await chooseFrom(page, t('journal.menu-button'), asks('command.history'))
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'history',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, t('frame.menu-button'), asks('command.history'))
      await page.getByRole('dialog').getByText(t('history.since.changed')).first().waitFor()
    },
  },
  {
    name: 'deleted-entries',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, t('frame.menu-button'), asks('command.deleted-entries'))
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'trip-details',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, t('frame.menu-button'), asks('command.trip-details'))
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'keys',
    go: async (page) => {
      await close(page)
      await page.getByRole('button', { name: t('command.keys') }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'all-entries',
    go: async (page) => {
      await close(page)
      await page
        .getByRole('grid', { name: t('journal.days') })
        .getByRole('row')
        .first()
        .click()
      await page.getByRole('region', { name: t('journal.all') }).waitFor()
    },
  },
  {
    name: 'palette',
    go: async (page) => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('combobox', { name: t('command.palette') }).fill(written('the'))
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'search',
    go: async (page) => {
      await close(page)
      await page.keyboard.press('ControlOrMeta+Shift+f')
      await page.getByRole('combobox', { name: t('command.search') }).fill(written('tea'))
      await page.getByRole('option').first().waitFor()
    },
  },
]
