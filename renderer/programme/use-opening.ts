import { useEffect } from 'react'
import { noFilter } from '../../electron/shared/programme/filter-sessions.ts'
import type { IndexedSession } from '../../electron/shared/programme/index-sessions.ts'
import type { Now } from '../../electron/shared/programme/now-at.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { useTrip } from '../state/open-trip.ts'
import { readNow } from '../state/read-now.ts'
import { useProgrammeView } from './programme-view.ts'
import type { Sessions } from './use-sessions.ts'

type Listed = readonly Pick<IndexedSession, 'session'>[]

/** The session at which the Programme opens on a conference day: the one that is on, or the next. */
function sessionNow({ isConferenceDay, current, on, next }: Now): string | null {
  if (!isConferenceDay) return null
  const talks = on.filter((one) => !one.isBreak)
  const found = [current, ...talks, ...next].find((one) => one !== null && one.session !== null)
  return found?.session?.id ?? null
}

/** Shows everything again in another trip, begins with what is on now, and leads the focus into the sessions. */
export function useOpening(trip: Trip, { byId, values: { days } }: Sessions, today: string, listed: Listed): void {
  const isSettled = useProgrammeView((view) => view.tripId === trip.id)
  useEffect(() => {
    if (!isSettled) {
      useProgrammeView.setState({ tripId: trip.id, filter: { ...noFilter, day: days.includes(today) ? today : null } })
    }
    const { sessionId, selectSession } = useTrip.getState()
    if (sessionId === null && days.includes(today)) selectSession(sessionNow(readNow(trip)))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when the trip is opened
  }, [trip.id])
  const sessionId = useTrip((state) => state.sessionId)
  useEffect(() => {
    const chosen = byId.get(sessionId ?? '')?.session
    // A filter must not hide what was asked for elsewhere.
    if (!isSettled || chosen === undefined || listed.some(({ session }) => session.id === chosen.id)) return
    useProgrammeView.setState({ filter: { ...noFilter, day: chosen.day } })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when another session was chosen
  }, [isSettled, sessionId])
  useEffect(() => {
    // The rows of another day would take the focus with them.
    if (!isSettled || document.activeElement !== document.body) return
    focusSoon(() => document.querySelector<HTMLElement>('.programme [data-session][tabindex="0"]'))
  }, [isSettled])
}
