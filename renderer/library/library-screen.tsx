import { LayoutGrid, List, Plus } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { render, t, withMessages } from '../../electron/shared/messages/translate.ts'
import { BackupMark, useIsBackupBehind } from '../status/backup-mark.tsx'
import { CommandButton, commandName } from '../commands/command-entries.tsx'
import { runCommand } from '../commands/run-command.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Progress } from '../components/progress.tsx'
import { ReadOnlyBanner } from '../components/read-only-banner.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useReadOnly } from '../state/read-only.ts'
import { useTripStatus } from '../state/trip-status.ts'
import { findTrips } from './find-trips.ts'
import { saveSettings } from './save-settings.ts'
import { TripCards } from './trip-cards.tsx'
import { Welcome } from './welcome.tsx'
import '../components/bar.css'
import '../components/field.css'
import './library-screen.css'

// Nothing can be unsaved before a trip was opened.
const SaveState = lazy(async () => {
  const { SaveState: state } = await withMessages(() => import('../status/save-state.tsx'))
  return { default: state }
})

// Their reasons are not in the page's first file either.
const UnreadableTrips = lazy(async () => {
  const { UnreadableTrips: list } = await withMessages(() => import('./unreadable-trips.tsx'))
  return { default: list }
})

/** With more trips, the library shows a list unless the user has chosen cards. */
const MANY = 20

/** Whether the library shows a list rather than cards. */
function useIsList(): boolean {
  const view = useApp(({ start }) => start.settings.libraryView)
  const isMany = useLibrary(({ trips }) => (trips?.length ?? 0) > MANY)
  return view === 'list' || (view === 'auto' && isMany)
}

interface FinderProps {
  typed: string
  onType: (typed: string) => void
}

/** Narrows the trips by name, place and year, and changes between cards and a list. */
function Finder({ typed, onType }: FinderProps) {
  const isList = useIsList()
  return (
    <>
      <div className="field library-finder">
        {/* A field of React Aria would bring along what forms need. */}
        <input
          className="field-input"
          type="search"
          dir="auto"
          aria-label={t('library.find')}
          placeholder={t('library.find')}
          value={typed}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') onType('')
            else if (['Escape', 'ArrowDown', 'Enter'].includes(event.key)) firstTrip()?.focus()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </div>
      <IconButton
        label={isList ? t('library.as-cards') : t('library.as-list')}
        icon={isList ? <LayoutGrid aria-hidden /> : <List aria-hidden />}
        onPress={() => void saveSettings({ libraryView: isList ? 'cards' : 'list' })}
      />
    </>
  )
}

interface BarProps extends FinderProps {
  isEmpty: boolean
}

function Bar({ isEmpty, ...finder }: BarProps) {
  const isReadOnly = useReadOnly()
  return (
    <header className="bar library-bar" data-pane>
      <h1 className="library-title">{t('library.trips')}</h1>
      <span className="bar-space" />
      {!isEmpty && <Finder {...finder} />}
      <CommandButton command="palette" />
      {!isEmpty && <CommandButton command="import" />}
      <CommandButton command="trash" />
      <CommandButton command="settings" />
      {!isEmpty && (
        <Button
          kind="primary"
          icon={<Plus aria-hidden />}
          isDisabled={isReadOnly}
          onPress={() => void runCommand('new-trip')}
        >
          {commandName('new-trip')}
        </Button>
      )}
    </header>
  )
}

function Content({ typed }: { typed: string }) {
  const isList = useIsList()
  const { trips, unreadable, progress, problem, refresh } = useLibrary()
  const { start, openDialog } = useApp()

  if (problem) {
    return (
      <EmptyState
        title={t('library.unreadable')}
        action={
          <div className="library-ways">
            <Button onPress={() => void refresh()}>{t('action.retry')}</Button>
            <Button onPress={() => openDialog('settings')}>{commandName('settings')}</Button>
          </div>
        }
      >
        {render(problem)} {start.library !== '' && <span className="library-folder">{start.library}</span>}
      </EmptyState>
    )
  }
  // Visible only if this takes a while: the first scan of very many trips, or a slow disk.
  if (trips === null) {
    return (
      <output className="library-reading">
        <Progress step={t('library.reading')} done={progress} />
      </output>
    )
  }
  if (trips.length === 0 && unreadable.length === 0) return <Welcome />
  const found = findTrips(trips, typed)
  if (found.length === 0 && typed.trim() !== '') {
    return <EmptyState title={t('library.none-found')}>{t('library.none-found-note')}</EmptyState>
  }
  return (
    <>
      {/* Either begins with its first trips. */}
      <TripCards key={isList ? 'list' : 'cards'} trips={found} isList={isList} />
      {unreadable.length > 0 && (
        <Suspense fallback={null}>
          <UnreadableTrips unreadable={unreadable} />
        </Suspense>
      )}
    </>
  )
}

const firstTrip = () => document.querySelector<HTMLElement>('.trip-cards [role="row"]')

/** Where the focus starts: the trip that was open, or the first, or the first thing to do in an empty library. */
function entryPoint(): HTMLElement | null {
  const id = useTripStatus.getState().tripId ?? ''
  const card = document.querySelector<HTMLElement>(`.trip-cards [data-key="${CSS.escape(id)}"]`)
  return card ?? firstTrip() ?? document.querySelector<HTMLElement>('.welcome-way')
}

/** The library: all trips, newest first. */
export function LibraryScreen() {
  const { trips, unreadable, read, refresh } = useLibrary()
  const isReadOnly = useReadOnly()
  const isBehind = useIsBackupBehind()
  const isUnsaved = useTripStatus((state) => state.isUnsaved)

  const [typed, setTyped] = useState('')

  const isEmpty = trips?.length === 0 && unreadable.length === 0
  const content = trips === null ? 'nothing yet' : isEmpty ? 'welcome' : 'trips'
  useEffect(() => {
    if (content !== 'nothing yet' && document.activeElement === document.body) focusSoon(entryPoint)
  }, [content])

  useEffect(() => {
    document.title = 'Lanyard'
    void read()
    // The last save of the trip that was just closed may still be pending; its card is updated afterwards.
    return useTripStatus.subscribe((now, before) => {
      if (now.revision !== before.revision) void refresh()
    })
  }, [read, refresh])

  return (
    <div className="library">
      <Bar isEmpty={isEmpty} typed={typed} onType={setTyped} />
      <ReadOnlyBanner why={isReadOnly ? t('read-only.library-banner') : null} />
      <main className="library-main" data-pane>
        <Content typed={typed} />
      </main>
      {(isUnsaved || isBehind) && (
        <footer className="library-foot" aria-label={t('library.status')}>
          <BackupMark />
          {isUnsaved && (
            <Suspense fallback={null}>
              <SaveState />
            </Suspense>
          )}
        </footer>
      )}
    </div>
  )
}
