import { t } from '../../../electron/shared/messages/translate.ts'
import type { Page } from 'playwright-core'
import { close, openDialog, type PartOfTour, press } from './stop.ts'

interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Choose a file to import, and go on to the review. */
async function choose(page: Page, file: ChosenFile): Promise<void> {
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(file)
  await press(page, t('import.start'))
}

/** The library, and the dialogs that open from it. */
export const libraryStops: PartOfTour = (written) => [
  { name: 'library', go: (page) => page.getByRole('heading', { name: written('Tidewater 2026') }).waitFor() },
  { name: 'new-trip', go: (page) => openDialog(page, t('command.new-trip'), t('trip.new')) },
  {
    name: 'new-trip-all',
    go: (page) => page.getByRole('button', { name: t('trip.more-fields') }).click(),
  },
  {
    name: 'settings',
    go: async (page) => {
      await close(page)
      await openDialog(page, t('command.settings'), t('settings.title'))
    },
  },
  {
    name: 'about',
    go: (page) => openDialog(page, t('settings.about'), t('help.about-title', { version: '' }).trim()),
  },
  {
    name: 'report-problem',
    go: (page) => openDialog(page, t('help.report-problem'), t('help.report-title')),
  },
  {
    name: 'import',
    go: async (page) => {
      await close(page)
      await openDialog(page, t('command.import'), t('import.title'))
    },
  },
  {
    name: 'import-journal',
    go: async (page) => {
      const days = [
        ['2026-04-14', 'Mud and Maps'],
        ['2026-04-15', 'Boats'],
        ['2026-06-01', 'Crabs'],
      ] as const
      const entries = days.map(([date, name]) => ({ date, time: '09:30', title: written(name), body: written('Slow') }))
      const journal = Buffer.from(JSON.stringify({ tags: {}, entries }))
      await choose(page, { name: 'journal.json', mimeType: 'application/json', buffer: journal })
      await page.getByRole('listbox', { name: t('import.review.entries') }).waitFor()
    },
  },
  {
    name: 'import-review',
    go: async (page) => {
      const text = [
        `# ${written('Low Water')} 2026`,
        '![](gone.png)',
        `## ${written('Mud and Maps')} by ${written('Ada Lind')}`,
        written('Slow'),
        `## ${written('Boats')} by ${written('Ola Berg')}`,
        written('Wet'),
        `## ${written('Crabs')}`,
        written('Fast'),
      ].join('\n\n')
      const report = { name: 'report.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }
      await press(page, t('import.review.back'))
      await press(page, t('import.clear'))
      await choose(page, report)
      await page.getByRole('listbox', { name: t('import.review.entries') }).waitFor()
    },
  },
]
