import type { Page } from 'playwright-core'
import { formatDay } from '../../../renderer/journal/format-day.ts'
import { t } from '../../../electron/shared/messages/translate.ts'
import { CAPTURE_HASH, captureSize } from '../../../electron/shared/page.ts'
import { asks, goTo, openDay } from '../steps.ts'
import { chooseFrom, close, openDialog, type PartOfTour } from './stop.ts'

/** A moment of the sample's third day: two sessions are on, one of them starred, and the day before has just been. */
export const venueMoment = '2026-05-20T14:10:00+01:00'

const dayBefore = '2026-05-19'

/** In pixels. */
const windowSize = { width: 1024, height: 700 }

const row = (title: string, start: string, end: string, room: string, speakers = '') =>
  [title, '2026-05-19', start, end, room, speakers].join('\t')

/** A newer programme of the sample, as copied from a spreadsheet. Everything that is not in it is dropped. */
const newerProgramme = (written: (text: string) => string): string =>
  [
    ['Title', 'Date', 'Start', 'End', 'Room', 'Speakers'].join('\t'),
    row(written('Maps without a Mouse'), '14:00', '14:40', written('Rope Loft'), written('Yusuf Demirel')),
    row(
      written('In Praise of the Very Slow Build'),
      '14:00',
      '14:40',
      written('Rope Loft'),
      written('Tomasz Wierzbicki'),
    ),
    row(written('Small Screens, Cold Hands'), '14:45', '15:25', written('Salt Hall'), written('Mirela Pop')),
    row(
      written('A Very Short History of Very Long Names'),
      '15:30',
      '16:10',
      written('Rope Loft'),
      written('Gwen Ashworth'),
    ),
  ].join('\n')

async function readPasted(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('.choice-item', { hasText: t('programme.import.from-text') }).click()
  await dialog.getByRole('textbox', { name: t('programme.import.text') }).fill(text)
  await dialog.getByRole('button', { name: t('programme.import.read') }).click()
}

/** What the window shows on a conference day, through the sample at {@link venueMoment}, on which it opens. */
export const venueStops: PartOfTour = (written) => [
  {
    name: 'now',
    go: async (page) => {
      const rows = page.getByRole('grid', { name: t('now.list') }).getByRole('row')
      await rows.filter({ hasText: written('Reading Other People’s Code Aloud') }).waitFor()
    },
  },
  {
    name: 'programme-today',
    go: async (page) => {
      await goTo(page, 'programme')
      await page
        .getByRole('grid', { name: t('programme.sessions') })
        .getByRole('row')
        .first()
        .waitFor()
    },
  },
  {
    name: 'evening',
    go: async (page) => {
      await goTo(page, 'journal')
      await openDay(page, formatDay(dayBefore))
      await page.getByRole('region', { name: t('evening.title', { day: formatDay(dayBefore) }) }).waitFor()
    },
  },
  {
    name: 'people',
    go: async (page) => {
      await chooseFrom(page, t('frame.menu-button'), asks('command.people'))
      await page
        .getByRole('dialog')
        .getByRole('option', { name: written('Ilse van der Meer') })
        .click()
      await page
        .getByRole('dialog')
        .getByRole('heading', { name: written('Ilse van der Meer') })
        .waitFor()
    },
  },
  {
    name: 'person-elsewhere',
    go: async (page) => {
      await page
        .getByRole('dialog')
        .getByRole('option', { name: written('Theo Marchetti') })
        .click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('people.heard-at', { trip: written('Commonplace 2026') }) })
        .waitFor()
    },
  },
  {
    name: 'programme-changes',
    go: async (page) => {
      await close(page)
      await goTo(page, 'programme')
      await chooseFrom(page, t('programme.menu'), asks('command.import-programme'))
      await readPasted(page, newerProgramme(written))
      await page.locator('.change').first().waitFor()
    },
  },
  {
    name: 'fact-check',
    go: async (page) => {
      await close(page)
      await goTo(page, 'report')
      await page.getByRole('button', { name: t('report.remark-count', { count: 1 }) }).click()
      await page.locator('.remark-fix').waitFor()
    },
  },
  {
    name: 'new-trip-from-programme',
    go: async (page) => {
      await page.getByRole('button', { name: t('frame.trips'), exact: true }).click()
      await openDialog(page, t('command.new-trip'), t('trip.new'))
      await openDialog(page, t('trip.from-programme'), t('command.new-trip-from-programme'))
      await readPasted(page, newerProgramme(written))
      await page.getByRole('button', { name: t('programme.import.create') }).waitFor()
    },
  },
  {
    name: 'capture',
    go: async (page) => {
      await close(page)
      // The same page, under the address that the small window has.
      await page.evaluate((hash) => {
        location.hash = hash
      }, CAPTURE_HASH)
      await page.reload()
      await page.getByRole('textbox', { name: t('capture.text.note') }).waitFor()
      const isVenue = await page.evaluate(() => document.documentElement.dataset['theme'] === 'venue')
      await page.setViewportSize(captureSize(isVenue ? 'venue' : 'light'))
    },
  },
  {
    name: 'capture-quote',
    go: async (page) => {
      await page.locator('.choice-item', { hasText: t('capture.kind.quote') }).click()
      await page.getByRole('textbox', { name: t('capture.text.quote') }).waitFor()
      await page.getByText(t('capture.to-talk', { talk: written('Reading Other People’s Code Aloud') })).waitFor()
    },
  },
  {
    // The window can be closed from here: a page that captures answers no question about unsaved text.
    name: 'opened-again',
    go: async (page) => {
      await page.evaluate(() => {
        location.hash = ''
      })
      await page.setViewportSize(windowSize)
      await page.reload()
      await page.getByRole('button').first().waitFor()
    },
  },
]
