import { t } from '../../../electron/shared/messages/translate.ts'
import { openEntry, openTrip } from '../steps.ts'
import { troubled } from '../troubled-library.ts'
import { close, press, type Stop } from './stop.ts'

/** Stands for a parameter that may be anything. */
const ANY = '\u0000'

const withAnything = (sentence: string): RegExp =>
  new RegExp(
    sentence
      .split(ANY)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*'),
  )

/** Every screen and dialog that asks for attention, through the library of `makeTroubledLibrary`. */
export const troubledTour: readonly Stop[] = [
  {
    name: 'settings-without-backup',
    go: async (page) => {
      await page.getByRole('heading', { name: troubled.copied }).waitFor()
      await press(page, t('command.settings'))
      await press(page, t('backup.now'))
      await page.getByText(withAnything(t('backup.behind', { problem: ANY, when: ANY }))).waitFor()
    },
  },
  {
    name: 'restore-without-backup',
    go: async (page) => {
      await press(page, t('backup.restore'))
      await page.getByText(t('restore.unreadable')).waitFor()
    },
  },
  {
    name: 'verify',
    go: async (page) => {
      await close(page)
      await press(page, t('command.settings'))
      await press(page, t('settings.verify'))
      await page.getByRole('dialog', { name: t('verify.title') }).waitFor()
    },
  },
  {
    name: 'verified',
    go: async (page) => {
      await press(page, t('verify.start'))
      await page.getByText(t('verify.problems'), { exact: true }).waitFor()
    },
  },
  {
    name: 'library-with-troubles',
    go: async (page) => {
      await close(page)
      await page.getByRole('button', { name: t('backup.behind-mark') }).waitFor()
      // The button that regains the focus shows its tooltip, which is checked elsewhere.
      await page.getByRole('heading', { level: 1 }).click()
      await page.getByRole('tooltip').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'another-version',
    go: async (page) => {
      await openTrip(page, troubled.copied)
      await page.getByRole('region', { name: t('copies.title') }).waitFor()
    },
  },
  {
    name: 'review',
    go: async (page) => {
      await press(page, t('copies.review'))
      await page.getByText(t('copies.word-by-word')).last().click()
    },
  },
  {
    name: 'newer',
    go: async (page) => {
      await close(page)
      await press(page, t('frame.trips'))
      await openTrip(page, troubled.newer)
      await page.getByRole('region', { name: t('read-only.title') }).waitFor()
      await openEntry(page, 'Walk')
    },
  },
  {
    name: 'newer-and-unknown',
    go: async (page) => {
      await press(page, t('frame.trips'))
      await page
        .getByRole('button', { name: withAnything(t('library.newer-named', { title: `${ANY}${troubled.unknown}` })) })
        .click()
      await page.getByText(t('recovery.safety-newer')).waitFor()
    },
  },
  {
    name: 'recovery',
    go: async (page) => {
      await press(page, t('frame.trips'))
      await page
        .getByRole('button', { name: withAnything(t('library.recover-named', { title: `${ANY}${troubled.damaged}` })) })
        .click()
      await page.getByRole('button', { name: t('recovery.restore-newest') }).waitFor()
    },
  },
]
