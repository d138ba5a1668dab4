import { t } from '../../../electron/shared/messages/translate.ts'
import { close, openDialog, type PartOfTour } from './stop.ts'

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
      await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(report)
      await page.getByRole('button', { name: t('import.start') }).click()
      await page.getByRole('listbox', { name: t('import.review.entries') }).waitFor()
    },
  },
]
