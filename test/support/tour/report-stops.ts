import { t } from '../../../electron/shared/messages/translate.ts'
import { goTo, openTrip } from '../steps.ts'
import { chooseFrom, close, openDialog, type PartOfTour, press } from './stop.ts'

/** The report of a trip, and its export. */
export const reportStops: PartOfTour = (written) => [
  {
    name: 'programme-empty',
    go: async (page) => {
      await close(page)
      await goTo(page, 'programme')
      await page.getByText(t('programme.empty')).waitFor()
    },
  },
  {
    name: 'report-by-theme',
    go: async (page) => {
      await goTo(page, 'report')
      await page
        .getByRole('region', { name: t('report.preview') })
        .getByRole('heading')
        .first()
        .waitFor()
    },
  },
  {
    name: 'report-entry',
    go: async (page) => {
      const row = page.getByRole('button', { name: written('The Island Ferry') }).first()
      await row.click()
      await row.press('Enter')
      await page.locator('.part-editor .cm-content').waitFor()
    },
  },
  {
    name: 'export',
    go: async (page) => {
      await close(page)
      await openDialog(page, t('frame.export'), t('export.title'))
      await page.getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'exported',
    go: async (page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('export.start'), exact: true })
        .click()
      await page.getByRole('dialog', { name: t('export.done-title') }).waitFor()
    },
  },
  {
    name: 'new-report',
    go: async (page) => {
      await close(page)
      await chooseFrom(page, t('report.switch', { name: t('report.kind.blog') }), t('command.new-report'))
      await page.getByRole('dialog', { name: t('command.new-report') }).waitFor()
    },
  },
  {
    name: 'report-by-day',
    go: async (page) => {
      await close(page)
      await press(page, t('frame.trips'))
      await openTrip(page, written('Tidewater 2026'))
      await goTo(page, 'report')
      await page
        .getByRole('region', { name: t('report.preview') })
        .getByRole('heading')
        .first()
        .waitFor()
    },
  },
]
