import type { Page } from 'playwright-core'
import { formatDay } from '../../renderer/journal/format-day.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { troubled } from './troubled-library.ts'
import { asks, entryText, goTo, openDay, openEntry, openTrip } from './steps.ts'

/** Stands for a parameter that may be anything. */
const ANY = '\u0000'

const withAnything = (sentence: string): RegExp =>
  new RegExp(
    sentence
      .split(ANY)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*'),
  )

/** A view of the window, and how a user gets there from the previous one. */
export interface Stop {
  name: string
  go: (page: Page) => Promise<void>
}

/** Close the dialog, menu or panel in which the focus is. */
async function close(page: Page): Promise<void> {
  // A dialog that has just opened gets the focus a moment later.
  await page.waitForFunction(() => {
    const dialog = document.querySelector('[role=dialog]')
    return dialog === null || dialog.contains(document.activeElement)
  })
  await page.keyboard.press('Escape')
  // While the tooltip of a button is shown, the first Escape closes that alone.
  const isClosed = page.getByRole('dialog').first().waitFor({ state: 'detached', timeout: 1000 })
  await isClosed.catch(() => page.keyboard.press('Escape'))
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function openDialog(page: Page, button: string, dialog: string): Promise<void> {
  await press(page, button)
  await page.getByRole('dialog', { name: dialog }).waitFor()
}

async function chooseFrom(page: Page, menu: string, item: string): Promise<void> {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item }).click()
}

const sessionRow = (page: Page, title: string) =>
  page.getByRole('grid', { name: t('programme.sessions') }).getByRole('row', { name: title })

/** The starred sessions of the sample. */
const starred = { group: 'starred', count: 11 } as const

/**
 * Every screen and dialog in turn, through the sample library.
 *
 * @param written how the words of the sample are written in this library
 */
export const tourOf = (written: (text: string) => string): readonly Stop[] => [
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

/** The same through the unchanged sample. */
export const tour = tourOf((text) => text)

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
