import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { locale, withMessages } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { SafePart } from '../components/safe-part.tsx'
import { Toasts } from '../status/toasts.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { type Place, useApp } from '../state/app-state.ts'
import { applyTheme } from '../state/theme.ts'
import { dialogs } from './dialogs.ts'
import { TripFrame } from './trip-frame.tsx'

const RecoveryScreen = lazy(async () => {
  const { RecoveryScreen: screen } = await withMessages(() => import('../recovery/recovery-screen.tsx'))
  return { default: screen }
})

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

/** The whole window: a screen, perhaps a dialog above it, and the messages. */
export function App() {
  const place = useApp((state) => state.place)
  const dialog = useApp((state) => state.dialog)
  const started = useApp((state) => state.started)
  const theme = useApp((state) => state.start.settings.theme)

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
          <Suspense fallback={null}>{dialogs[dialog]}</Suspense>
        </SafePart>
      )}
      <Toasts />
    </I18nProvider>
  )
}
