import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { BackupMark, useIsBackupBehind } from '../status/backup-mark.tsx'
import { CommandButton, commandName } from '../commands/command-entries.tsx'
import { runCommand } from '../commands/run-command.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { Progress } from '../components/progress.tsx'
import { ReadOnlyBanner } from '../components/read-only-banner.tsx'
import { SaveState } from '../status/save-state.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useReadOnly } from '../state/read-only.ts'
import { TripCards } from './trip-cards.tsx'
import { UnreadableTrips } from './unreadable-trips.tsx'
import { Welcome } from './welcome.tsx'
import '../components/bar.css'
import './library-screen.css'

function Bar({ isEmpty }: { isEmpty: boolean }) {
  const isReadOnly = useReadOnly()
  return (
    <header className="bar library-bar" data-pane>
      <h1 className="library-title">{t('library.trips')}</h1>
      <span className="bar-space" />
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

function Content() {
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
  return (
    <>
      <TripCards trips={trips} />
      <UnreadableTrips unreadable={unreadable} />
    </>
  )
}

/** Where the focus starts: the trip that was open, or the first, or the first thing to do in an empty library. */
function entryPoint(): HTMLElement | null {
  const id = useTrip.getState().trip?.id ?? ''
  const card = document.querySelector<HTMLElement>(`.trip-cards [data-key="${CSS.escape(id)}"]`)
  return card ?? document.querySelector<HTMLElement>('.trip-cards [role="row"], .welcome-way')
}

/** The library: all trips, newest first. */
export function LibraryScreen() {
  const { trips, unreadable, read, refresh } = useLibrary()
  const isReadOnly = useReadOnly()
  const isBehind = useIsBackupBehind()
  const isUnsaved = useTrip((state) => state.save.state === 'failed')

  const isEmpty = trips?.length === 0 && unreadable.length === 0
  const content = trips === null ? 'nothing yet' : isEmpty ? 'welcome' : 'trips'
  useEffect(() => {
    if (content !== 'nothing yet' && document.activeElement === document.body) focusSoon(entryPoint)
  }, [content])

  useEffect(() => {
    document.title = 'Lanyard'
    void read()
    // The last save of the trip that was just closed may still be pending; its card is updated afterwards.
    return useTrip.subscribe((now, before) => {
      if (now.revision !== before.revision) void refresh()
    })
  }, [read, refresh])

  return (
    <div className="library">
      <Bar isEmpty={isEmpty} />
      <ReadOnlyBanner why={isReadOnly ? t('read-only.library-banner') : null} />
      <main className="library-main" data-pane>
        <Content />
      </main>
      {(isUnsaved || isBehind) && (
        <footer className="library-foot" aria-label={t('library.status')}>
          <BackupMark />
          {isUnsaved && <SaveState />}
        </footer>
      )}
    </div>
  )
}
