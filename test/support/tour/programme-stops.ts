import type { Page } from 'playwright-core'
import { t } from '../../../electron/shared/messages/translate.ts'
import { asks, goTo } from '../steps.ts'
import { chooseFrom, close, type PartOfTour } from './stop.ts'

const sessionRow = (page: Page, title: string) =>
  page.getByRole('grid', { name: t('programme.sessions') }).getByRole('row', { name: title })

/** The starred sessions of the sample. */
const starred = { group: 'starred', count: 12 } as const

/** The programme of a trip, and where it comes from. */
export const programmeStops: PartOfTour = (written) => [
  {
    name: 'programme',
    go: async (page) => {
      await goTo(page, 'programme')
      await sessionRow(page, written('Paper Backups')).click()
      await page.getByRole('heading', { name: written('Paper Backups') }).waitFor()
    },
  },
  {
    name: 'programme-choices',
    go: (page) => page.getByRole('button', { name: t('programme.choices') }).click(),
  },
  {
    name: 'programme-starred',
    go: (page) => page.getByRole('button', { name: t('programme.group-count', starred) }).click(),
  },
  {
    name: 'session-menu',
    go: async (page) => {
      await sessionRow(page, written('Paper Backups')).click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'own-session',
    go: async (page) => {
      await page.getByRole('menuitem', { name: asks('command.add-session') }).click()
      await page.getByRole('dialog', { name: t('command.add-session') }).waitFor()
    },
  },
  {
    name: 'floor-plan',
    go: async (page) => {
      await close(page)
      await sessionRow(page, written('Paper Backups')).click()
      await page.keyboard.press('p')
      await page.getByRole('dialog').waitFor()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('programme.plan.choose') })
        .click()
      await page.getByRole('option').nth(1).click()
      await page.locator('.floor-plan-picture').click({ position: { x: 80, y: 60 } })
    },
  },
  {
    name: 'programme-grid',
    go: async (page) => {
      await close(page)
      await page.getByRole('button', { name: t('programme.as-grid') }).click()
      await page.getByRole('grid', { name: t('programme.grid') }).waitFor()
    },
  },
  {
    name: 'import-programme',
    go: async (page) => {
      await chooseFrom(page, t('programme.menu'), asks('command.import-programme'))
      await page.getByRole('dialog', { name: t('command.import-programme') }).waitFor()
    },
  },
  {
    name: 'import-programme-address',
    go: (page) => page.locator('.choice-item', { hasText: t('programme.import.from-address') }).click(),
  },
  {
    name: 'import-programme-text',
    go: (page) => page.locator('.choice-item', { hasText: t('programme.import.from-text') }).click(),
  },
]
