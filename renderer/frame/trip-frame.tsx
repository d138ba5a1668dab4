import {
  ArchiveRestore,
  ChevronLeft,
  Ellipsis,
  History,
  Package,
  Settings,
  Share,
  SlidersHorizontal,
  Trash2,
  Undo2,
} from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { ReadOnlyArea } from '../components/read-only-area.tsx'
import { LIBRARY_READ_ONLY, ReadOnlyBanner } from '../components/read-only-banner.tsx'
import { SafePart } from '../components/safe-part.tsx'
import { WithTooltip } from '../components/tooltip.tsx'
import { CopiesBanner } from '../recovery/copies-banner.tsx'
import { type TripTab, useApp } from '../state/app-state.ts'
import { runCommand } from '../commands/run-command.ts'
import { goToRecovery, isExplained } from '../state/go-to-recovery.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useReadOnly } from '../state/read-only.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { TripFoot } from './trip-foot.tsx'
import '../components/bar.css'
import '../components/trip-bar.css'
import './trip-frame.css'

const JournalScreen = lazy(async () => ({ default: (await import('../journal/journal-screen.tsx')).JournalScreen }))
const ReportScreen = lazy(async () => ({ default: (await import('../report/report-screen.tsx')).ReportScreen }))

const tabs: readonly { id: TripTab; label: string; keys: string }[] = [
  { id: 'journal', label: 'Journal', keys: 'Mod+1' },
  { id: 'report', label: 'Report', keys: 'Mod+3' },
]

/** The ways between the places of a trip. They are places, not panels: the current one is marked, as in a table of contents. */
function Tabs({ current }: { current: TripTab }) {
  return (
    <nav className="trip-tabs" aria-label="Places of this trip">
      {tabs.map(({ id, label, keys }) => (
        <WithTooltip key={id} text={label} keys={keys}>
          <AriaButton
            className="trip-tab"
            aria-current={id === current ? 'page' : undefined}
            onPress={() => void runCommand(id)}
          >
            {label}
          </AriaButton>
        </WithTooltip>
      ))}
    </nav>
  )
}

function TripMenu() {
  const trip = useTrip((state) => state.trip)
  const openDialog = useApp((state) => state.openDialog)
  const isReadOnly = useTripReadOnly()
  const isLibraryReadOnly = useReadOnly()
  return (
    <Menu
      label="This trip"
      trigger={<IconButton label="Trip menu" icon={<Ellipsis aria-hidden />} isDisabled={!trip} />}
      items={[
        {
          id: 'details',
          label: 'Trip details…',
          icon: <SlidersHorizontal aria-hidden />,
          isDisabled: isReadOnly,
          onAction: () => openDialog('trip-details'),
        },
        {
          id: 'undo',
          label: 'Undo',
          icon: <Undo2 aria-hidden />,
          keys: 'Mod+Z',
          onAction: () => void useTrip.getState().undo(),
        },
        {
          id: 'history',
          label: 'History…',
          icon: <History aria-hidden />,
          keys: 'Mod+Shift+H',
          onAction: () => openDialog('history'),
        },
        {
          id: 'deleted-entries',
          label: 'Deleted entries…',
          icon: <ArchiveRestore aria-hidden />,
          onAction: () => openDialog('deleted-entries'),
        },
        {
          id: 'copy',
          label: 'Save a copy as a file…',
          icon: <Package aria-hidden />,
          onAction: () => void runCommand('save-copy'),
        },
        { id: 'line-before-settings', separator: true },
        {
          id: 'settings',
          label: 'Settings…',
          icon: <Settings aria-hidden />,
          keys: 'Mod+,',
          onAction: () => openDialog('settings'),
        },
        { id: 'line', separator: true },
        {
          id: 'delete',
          label: 'Move the trip to the trash',
          icon: <Trash2 aria-hidden />,
          isDanger: true,
          isDisabled: isLibraryReadOnly,
          onAction: () => void trashOpenTrip(),
        },
      ]}
    />
  )
}

async function trashOpenTrip(): Promise<void> {
  const { trip } = useTrip.getState()
  if (!trip) return
  runCommand('trips')
  await useLibrary.getState().deleteTrip(trip)
}

/** What stands around every place of a trip: where one is, the ways on, and in the corner what has become of the text. */
export function TripFrame({ tripId, tab }: { tripId: string; tab: TripTab }) {
  const trip = useTrip((state) => (state.trip?.id === tripId ? state.trip : null))
  const problem = useTrip((state) => state.problem)
  const open = useTrip((state) => state.open)
  const refusal = useTrip((state) => state.refusal)
  const isLibraryReadOnly = useReadOnly()
  const isReadOnly = isLibraryReadOnly || refusal !== null
  const place = trip ? trip.city || trip.venue : ''

  useEffect(() => {
    if (useTrip.getState().trip?.id !== tripId) void open(tripId)
  }, [open, tripId])

  useEffect(() => {
    if (problem && isExplained(problem)) void goToRecovery(tripId)
  }, [problem, tripId])

  useEffect(() => {
    document.title = trip ? `${trip.title} – Lanyard` : 'Lanyard'
  }, [trip])

  return (
    <div className="trip-frame">
      <header className="bar trip-bar" data-pane>
        <Button
          kind="plain"
          className="trip-back"
          icon={<ChevronLeft aria-hidden />}
          onPress={() => void runCommand('trips')}
        >
          Trips
        </Button>
        <h1 className="trip-name">
          {trip?.title ?? ''}
          {place !== '' && <span className="trip-place"> · {place}</span>}
        </h1>
        <Tabs current={tab} />
        <span className="bar-space" />
        <WithTooltip text="Export the report" keys="Mod+E">
          <Button
            iconBelow={720}
            icon={<Share aria-hidden />}
            isDisabled={!trip}
            onPress={() => void runCommand('export')}
          >
            Export
          </Button>
        </WithTooltip>
        <TripMenu />
      </header>
      <ReadOnlyBanner why={isLibraryReadOnly ? LIBRARY_READ_ONLY : (refusal?.message ?? null)} />
      <CopiesBanner />
      <main className="trip-main">
        {problem && !trip ? (
          <EmptyState
            title="This trip cannot be opened."
            action={<Button onPress={() => void open(tripId)}>Try again</Button>}
          >
            {problem.message}
          </EmptyState>
        ) : (
          trip && (
            <SafePart key={tab} name={tab === 'journal' ? 'The journal' : 'The report'}>
              <ReadOnlyArea value={isReadOnly}>
                <Suspense fallback={null}>{tab === 'journal' ? <JournalScreen /> : <ReportScreen />}</Suspense>
              </ReadOnlyArea>
            </SafePart>
          )
        )}
      </main>
      <TripFoot />
    </div>
  )
}
