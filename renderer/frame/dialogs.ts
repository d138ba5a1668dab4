import { type ComponentType, createElement, lazy, type ReactElement } from 'react'
import { withMessages } from '../../electron/shared/messages/translate.ts'
import type { DialogId } from '../state/app-state.ts'

/** Every dialog, by the name under which it is opened. Its code is loaded when it is first opened. */
const table = {
  palette: async () => (await import('../palette/palette.tsx')).Palette,
  'new-trip': async () => (await import('../library/new-trip-dialog.tsx')).NewTripDialog,
  'new-trip-from-programme': async () =>
    (await import('../programme/import-programme-dialog.tsx')).NewTripFromProgrammeDialog,
  'import-programme': async () => (await import('../programme/import-programme-dialog.tsx')).ImportProgrammeDialog,
  'own-session': async () => (await import('../programme/own-session-dialog.tsx')).OwnSessionDialog,
  'floor-plan': async () => (await import('../programme/floor-plan-dialog.tsx')).FloorPlanDialog,
  'trip-details': async () => (await import('../library/trip-details-dialog.tsx')).TripDetailsDialog,
  settings: async () => (await import('../library/settings-dialog.tsx')).SettingsDialog,
  trash: async () => (await import('../library/trash-dialog.tsx')).TrashDialog,
  verify: async () => (await import('../library/verify-dialog.tsx')).VerifyDialog,
  'deleted-entries': async () => (await import('../library/deleted-entries-dialog.tsx')).DeletedEntriesDialog,
  export: async () => (await import('../exports/export-dialog.tsx')).ExportDialog,
  import: async () => (await import('../import/import-dialog.tsx')).ImportDialog,
  'new-report': async () => (await import('../report/new-report-dialog.tsx')).NewReportDialog,
  'rename-report': async () => (await import('../report/rename-report-dialog.tsx')).RenameReportDialog,
  history: async () => (await import('../history/history-dialog.tsx')).HistoryDialog,
  'entry-history': async () => (await import('../history/history-dialog.tsx')).EntryHistoryDialog,
  copies: async () => (await import('../recovery/copies-dialog.tsx')).CopiesDialog,
  restore: async () => (await import('../restore/restore-dialog.tsx')).RestoreDialog,
  'trip-file': async () => (await import('../archive/trip-file-dialog.tsx')).TripFileDialog,
  'to-look-up': async () => (await import('../journal/look-up-dialog.tsx')).LookUpDialog,
  people: async () => (await import('../people/people-dialog.tsx')).PeopleDialog,
  search: async () => (await import('../search/search-dialog.tsx')).SearchDialog,
  keys: async () => (await import('../help/keys-dialog.tsx')).KeysDialog,
  'report-problem': async () => (await import('../help/report-dialog.tsx')).ReportDialog,
  about: async () => (await import('../help/about-dialog.tsx')).AboutDialog,
}

type Table = typeof table

declare module '../state/app-state.ts' {
  interface Dialogs extends Table {}
}

const elementOf = (load: () => Promise<ComponentType>): ReactElement =>
  createElement(lazy(async () => ({ default: await withMessages(load) })))

/** The dialogs as elements, to be rendered inside a `Suspense`. */
export const dialogs = Object.fromEntries(Object.entries(table).map(([id, load]) => [id, elementOf(load)])) as Record<
  DialogId,
  ReactElement
>

/** The open dialog, to be rendered inside a `Suspense`. */
export const OpenDialog = ({ id }: { id: DialogId }): ReactElement => dialogs[id]
