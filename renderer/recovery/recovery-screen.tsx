import { ChevronLeft } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useAnswer } from '../bridge/use-answer.ts'
import { runCommand } from '../commands/run-command.ts'
import { Recovery } from './recovery.tsx'
import '../components/bar.css'
import '../components/trip-bar.css'
import './recovery-screen.css'

// The library is read again when it is shown.
const back = () => void runCommand('trips')

/**
 * Shows a trip that cannot be opened: what is wrong with it, what is safe, and which versions can be restored. Nothing is
 * written before the user has chosen.
 *
 * @param folder the name of the trip's folder in the library
 */
export function RecoveryScreen({ folder }: { folder: string }) {
  const ask = useCallback(() => bridge.call('recovery.inspect', { folder }), [folder])
  const { value, problem } = useAnswer(ask)
  const title = value?.title ?? folder

  useEffect(() => {
    document.title = t('window.title', { place: title })
  }, [title])

  return (
    <div className="recovery-screen">
      <header className="bar trip-bar" data-pane>
        <Button kind="plain" className="trip-back" icon={<ChevronLeft aria-hidden />} onPress={back}>
          {t('frame.trips')}
        </Button>
        <h1 className="trip-name">{title}</h1>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling area has to be reachable by keyboard */}
      <main className="recovery-main" data-pane tabIndex={0}>
        {problem && (
          <EmptyState title={t('recovery.unreadable')} action={<Button onPress={back}>{t('recovery.back')}</Button>}>
            {render(problem)}
          </EmptyState>
        )}
        {value && <Recovery inspection={value} />}
      </main>
    </div>
  )
}
