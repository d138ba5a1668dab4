import { act, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ComponentType, Suspense } from 'react'
import type { ProgrammeState } from '../../../electron/shared/contract/programme.ts'
import type { Programme, Session } from '../../../electron/shared/programme.ts'
import { ProgrammeScreen } from '../../../renderer/programme/programme-screen.tsx'
import { useProgrammeView } from '../../../renderer/programme/programme-view.ts'
import { dialogs } from '../../../renderer/frame/dialogs.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { Toasts } from '../../../renderer/status/toasts.tsx'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const at = (day: string, clock: string) => `${day}T${clock}:00+02:00`

const sessionAt = (start: string, end: string, changes: Partial<Session>): Session =>
  someSession({
    source: changes.title ?? '',
    start: at('2026-04-14', start),
    end: at('2026-04-14', end),
    day: '2026-04-14',
    track: '',
    ...changes,
  })

/** The sessions of two days. The first two are at the same time. */
export const sessions: readonly Session[] = [
  sessionAt('10:00', '10:30', { title: 'Mud and Maps', room: 'Europium', track: 'Coast' }),
  sessionAt('10:00', '10:30', { title: 'Boats', room: 'Helium', speakers: [], feedbackUrl: 'https://example.org/f' }),
  sessionAt('10:32', '11:00', { title: 'Crabs', room: 'Helium', track: 'Coast', abstract: 'They walk **sideways**.' }),
  sessionAt('12:00', '13:00', { title: 'Wind', room: 'Europium' }),
  sessionAt('09:00', '09:30', {
    title: 'Tides',
    start: at('2026-04-15', '09:00'),
    end: at('2026-04-15', '09:30'),
    day: '2026-04-15',
  }),
]

/** The dialog that is open, as the window shows it. */
function Dialog() {
  const dialog = useApp((state) => state.dialog)
  return dialog !== null && <Suspense fallback={null}>{dialogs[dialog]}</Suspense>
}

/**
 * Shows the programme of a trip.
 *
 * @param given `null` for none
 * @param options.now the moment at the venue; default: long after the conference
 */
export async function openProgramme(
  given: readonly Session[] | null = sessions,
  changes: Partial<Programme> = {},
  options: { now?: string } = {},
) {
  // Checking the visibility of each element takes most of the time here, and nothing on this screen is hidden.
  configure({ defaultHidden: true })
  const { bridge, engine, hold, fillDisk, onEnd } = await connectPage(options)
  if (options.now !== undefined) useApp.getState().setStart(valueOf(await bridge.call('app.start', {})))
  const user = userEvent.setup()
  const { id: tripId } = valueOf(await bridge.call('trips.create', someTrip())).trip
  if (given !== null) {
    const programme = someProgramme(given, { rooms: ['Europium', 'Helium'], ...changes })
    valueOf(await bridge.call('programme.replace', { tripId, programme }))
  }
  useProgrammeView.setState(useProgrammeView.getInitialState(), true)
  useApp.getState().go({ name: 'trip', tripId, tab: 'programme' })
  await act(() => useTrip.getState().open(tripId))
  const Screen: ComponentType = ProgrammeScreen
  const { container } = render(
    <>
      <Screen />
      <Dialog />
      <Toasts />
    </>,
  )
  await (given === null ? screen.findByText('The programme will be here') : screen.findByRole('grid'))
  const saved = async (): Promise<ProgrammeState> => {
    await act(() => useTrip.getState().flush())
    return valueOf(await bridge.call('programme.read', { tripId }))
  }
  return { user, bridge, engine, hold, fillDisk, onEnd, tripId, container, saved }
}

export const list = () => screen.getByRole('grid', { name: 'Sessions' })
export const titles = () =>
  within(list())
    .queryAllByRole('row')
    .map((row) => row.querySelector('.session-row-title')?.textContent)
export const row = (title: string) => within(list()).getByRole('row', { name: new RegExp(title) })
export const pane = () => screen.getByRole('region', { name: 'Session' })
export const idOf = (title: string) => sessions.find((session) => session.title === title)?.id ?? ''
