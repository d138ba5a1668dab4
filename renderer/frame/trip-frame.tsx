import { ChevronLeft, Ellipsis, Share } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import type { TripTab } from '../../electron/shared/commands.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { CommandButton, commandName, useMenuEntries } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { runCommand } from '../commands/run-command.ts'
import { tripCommands } from '../commands/trip-commands.ts'
import { windowCommands } from '../commands/window-commands.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { ReadOnlyArea } from '../components/read-only-area.tsx'
import { ReadOnlyBanner } from '../components/read-only-banner.tsx'
import { SafePart } from '../components/safe-part.tsx'
import { shortcutProps } from '../components/shortcut.ts'
import { WithTooltip } from '../components/tooltip.tsx'
import { CopiesBanner } from '../recovery/copies-banner.tsx'
import { goToRecovery, isExplained } from '../state/go-to-recovery.ts'
import { useTrip } from '../state/open-trip.ts'
import { useReadOnly } from '../state/read-only.ts'
import { NowPlace } from './now-place.tsx'
import { tabs, Tabs } from './tabs.tsx'
import { TripFoot } from './trip-foot.tsx'
import '../components/bar.css'
import '../components/trip-bar.css'
import './trip-frame.css'

const menuIds = [
  'trip-details',
  'people',
  'undo',
  'history',
  'deleted-entries',
  'copy-markdown',
  'copy-rich-text',
  'save-copy',
  'line',
  'settings',
  'line',
  'delete-trip',
] as const

const menuParts = { ...windowCommands, ...tripCommands }

function TripMenu() {
  const trip = useTrip((state) => state.trip)
  // It is named in the menu.
  useTrip((state) => state.undoable)
  const items = useMenuEntries(menuParts, menuIds, undefined)
  return (
    <Menu
      label={t('frame.menu')}
      trigger={<IconButton label={t('frame.menu-button')} icon={<Ellipsis aria-hidden />} isDisabled={!trip} />}
      items={items}
    />
  )
}

/** Surrounds every place of a trip: the name of the trip, the way to other places, and in a corner whether the text is saved. */
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
    document.title = trip ? t('window.title', { place: trip.title }) : 'Lanyard'
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
          {commandName('trips')}
        </Button>
        <h1 className="trip-name" title={trip?.title}>
          {trip?.title ?? ''}
          {place !== '' && <span className="trip-place"> · {place}</span>}
        </h1>
        <Tabs current={tab} />
        <WithTooltip text={commandName('export')} keys={chordsOf('export')[0]}>
          <Button
            {...shortcutProps(chordsOf('export')[0])}
            iconBelow={720}
            icon={<Share aria-hidden />}
            isDisabled={!trip}
            onPress={() => void runCommand('export')}
          >
            {t('frame.export')}
          </Button>
        </WithTooltip>
        <CommandButton command="palette" />
        <TripMenu />
      </header>
      <ReadOnlyBanner why={isLibraryReadOnly ? t('read-only.library-banner') : refusal && render(refusal)} />
      <CopiesBanner />
      {(tab === 'journal' || tab === 'programme') && <NowPlace />}
      <main className="trip-main">
        {problem && !trip ? (
          <EmptyState
            title={t('frame.not-opened')}
            action={<Button onPress={() => void open(tripId)}>{t('action.retry')}</Button>}
          >
            {render(problem)}
          </EmptyState>
        ) : (
          trip && (
            <SafePart key={tab} failed={tabs[tab].failed}>
              <ReadOnlyArea value={isReadOnly}>
                <Suspense fallback={null}>{tabs[tab].screen}</Suspense>
              </ReadOnlyArea>
            </SafePart>
          )
        )}
      </main>
      <TripFoot />
    </div>
  )
}
