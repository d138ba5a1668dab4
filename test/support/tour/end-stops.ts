import { t } from '../../../electron/shared/messages/translate.ts'
import { chooseFrom, close, openDialog, type PartOfTour, press } from './stop.ts'

/** What is left when every trip is deleted. */
export const endStops: PartOfTour = (written) => [
  {
    name: 'welcome',
    go: async (page) => {
      await close(page)
      await press(page, t('frame.trips'))
      for (const trip of [written('Tidewater 2026'), written('Commonplace 2026')]) {
        await chooseFrom(page, t('library.card-more', { title: trip }), t('command.trash-trip'))
        await page.getByRole('heading', { name: trip }).waitFor({ state: 'detached' })
      }
      await page.getByRole('button', { name: t('welcome.sample') }).waitFor()
    },
  },
  { name: 'trash', go: (page) => openDialog(page, t('command.trash'), t('trash.title')) },
]
