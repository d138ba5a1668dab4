import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { locale } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { SafePart } from '../components/safe-part.tsx'
import { Toasts } from '../status/toasts.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { type DialogName, type Place, useApp } from '../state/app-state.ts'
import { wearTheme } from '../state/theme.ts'
import { TripFrame } from './trip-frame.tsx'

// Nothing of a dialog is needed to see the trips, so it comes when it is asked for.
const NewTripDialog = lazy(async () => ({ default: (await import('../library/new-trip-dialog.tsx')).NewTripDialog }))
const TripDetailsDialog = lazy(async () => ({
  default: (await import('../library/trip-details-dialog.tsx')).TripDetailsDialog,
}))
const SettingsDialog = lazy(async () => ({ default: (await import('../library/settings-dialog.tsx')).SettingsDialog }))
const TrashDialog = lazy(async () => ({ default: (await import('../library/trash-dialog.tsx')).TrashDialog }))
const KeysDialog = lazy(async () => ({ default: (await import('../help/keys-dialog.tsx')).KeysDialog }))
const HistoryDialog = lazy(async () => ({ default: (await import('../history/history-dialog.tsx')).HistoryDialog }))
const EntryHistoryDialog = lazy(async () => ({
  default: (await import('../history/history-dialog.tsx')).EntryHistoryDialog,
}))
const DeletedEntriesDialog = lazy(async () => ({
  default: (await import('../library/deleted-entries-dialog.tsx')).DeletedEntriesDialog,
}))
const CopiesDialog = lazy(async () => ({ default: (await import('../recovery/copies-dialog.tsx')).CopiesDialog }))
const ReportDialog = lazy(async () => ({ default: (await import('../help/report-dialog.tsx')).ReportDialog }))
const AboutDialog = lazy(async () => ({ default: (await import('../help/about-dialog.tsx')).AboutDialog }))
const VerifyDialog = lazy(async () => ({ default: (await import('../library/verify-dialog.tsx')).VerifyDialog }))
const RecoveryScreen = lazy(async () => ({ default: (await import('../recovery/recovery-screen.tsx')).RecoveryScreen }))
const ExportDialog = lazy(async () => ({ default: (await import('../exports/export-dialog.tsx')).ExportDialog }))
const ImportDialog = lazy(async () => ({ default: (await import('../exports/import-dialog.tsx')).ImportDialog }))
const RestoreDialog = lazy(async () => ({ default: (await import('../restore/restore-dialog.tsx')).RestoreDialog }))
const TripFileDialog = lazy(async () => ({ default: (await import('../archive/trip-file-dialog.tsx')).TripFileDialog }))

function OpenDialog({ name }: { name: DialogName }) {
  switch (name) {
    case 'new-trip':
      return <NewTripDialog />
    case 'trip-details':
      return <TripDetailsDialog />
    case 'settings':
      return <SettingsDialog />
    case 'trash':
      return <TrashDialog />
    case 'export':
      return <ExportDialog />
    case 'import':
      return <ImportDialog />
    case 'keys':
      return <KeysDialog />
    case 'history':
      return <HistoryDialog />
    case 'entry-history':
      return <EntryHistoryDialog />
    case 'deleted-entries':
      return <DeletedEntriesDialog />
    case 'copies':
      return <CopiesDialog />
    case 'report-problem':
      return <ReportDialog />
    case 'about':
      return <AboutDialog />
    case 'verify':
      return <VerifyDialog />
    case 'restore':
      return <RestoreDialog />
    case 'trip-file':
      return <TripFileDialog />
    default:
      return assertNever(name)
  }
}

function Screen({ place }: { place: Place }) {
  switch (place.name) {
    case 'library':
      return <LibraryScreen />
    case 'trip':
      return <TripFrame tripId={place.tripId} tab={place.tab} />
    case 'recovery':
      return (
        <Suspense fallback={null}>
          <RecoveryScreen key={place.folder} folder={place.folder} />
        </Suspense>
      )
    default:
      return assertNever(place)
  }
}

/** The whole window: one place, perhaps a dialog above it, and the messages. */
export function App() {
  const place = useApp((state) => state.place)
  const dialog = useApp((state) => state.dialog)
  const started = useApp((state) => state.started)
  const theme = useApp((state) => state.start.settings.theme)

  // Before the shell has said which theme it is, the page shows nothing: a flash of the wrong one is worse.
  useEffect(() => (started ? wearTheme(theme) : undefined), [started, theme])

  if (!started) return null
  return (
    <I18nProvider locale={locale()}>
      <SafePart key={place.name} name="This part of Lanyard">
        <Screen place={place} />
      </SafePart>
      {dialog !== null && (
        <SafePart key={dialog} name="This dialog">
          <Suspense fallback={null}>
            <OpenDialog name={dialog} />
          </Suspense>
        </SafePart>
      )}
      <Toasts />
    </I18nProvider>
  )
}
