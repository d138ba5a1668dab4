import { lazy, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { locale, withMessages } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { SafePart } from '../components/safe-part.tsx'
import { Toasts } from '../status/toasts.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { type Place, useApp } from '../state/app-state.ts'
import { applyTheme } from '../state/theme.ts'
import { loadDialogs, loadTripFrame, onIdle } from './load-ahead.ts'

const RecoveryScreen = lazy(async () => {
  const { RecoveryScreen: screen } = await withMessages(() => import('../recovery/recovery-screen.tsx'))
  return { default: screen }
})

const TripFrame = lazy(loadTripFrame)

const OpenDialog = lazy(async () => ({ default: (await loadDialogs()).OpenDialog }))

const Tooltips = lazy(async () => ({ default: (await import('../components/tooltips.tsx')).Tooltips }))

/** Whether the page has had nothing to do since its first screen was painted. */
function useIdle(started: boolean): boolean {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => (started ? onIdle(() => setIsIdle(true)) : undefined), [started])
  return isIdle
}

function Screen({ place }: { place: Place }) {
  switch (place.name) {
    case 'library':
      return <LibraryScreen />
    case 'trip':
      return (
        <Suspense fallback={null}>
          <TripFrame tripId={place.tripId} tab={place.tab} />
        </Suspense>
      )
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

/** The whole window: a screen, perhaps a dialog above it, and the messages. */
export function App() {
  const place = useApp((state) => state.place)
  const dialog = useApp((state) => state.dialog)
  const started = useApp((state) => state.started)
  const theme = useApp((state) => state.start.settings.theme)

  const isIdle = useIdle(started)

  // The page shows nothing before the theme is known: a flash of the wrong one is worse.
  useEffect(() => (started ? applyTheme(theme) : undefined), [started, theme])

  if (!started) return null
  return (
    <I18nProvider locale={locale()}>
      <SafePart key={place.name} failed="frame.failed.screen">
        <Screen place={place} />
      </SafePart>
      {dialog !== null && (
        <SafePart key={dialog} failed="frame.failed.dialog">
          <Suspense fallback={null}>
            <OpenDialog id={dialog} />
          </Suspense>
        </SafePart>
      )}
      <Toasts />
      {isIdle && (
        <Suspense fallback={null}>
          <Tooltips />
        </Suspense>
      )}
    </I18nProvider>
  )
}
