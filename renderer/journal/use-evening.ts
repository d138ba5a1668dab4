import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Evening, eveningOf, isDayOver } from '../../electron/shared/programme/evening.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { useMinute } from '../state/clock.ts'
import { useEveningState } from '../state/evening-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useSteady } from './use-steady.ts'

export interface ShownEvening extends Evening {
  /** Whether the day is over, and was not looked back on yet. */
  isDue: boolean
  /** Whether it is shown where no entry is open. */
  isShown: boolean
}

const noEntries: readonly Entry[] = []
const isSame = (a: readonly Entry[], b: readonly Entry[]) => a === b

/**
 * The evening of the chosen day; `null` where a day is not what is shown, or its programme has not been read.
 *
 * @param follows `words` counts again with every letter; `entries` only if another entry is opened or one comes or goes
 */
export function useEvening(follows: 'words' | 'entries'): ShownEvening | null {
  const at = useMinute()
  const asked = useEveningState((state) => state.asked)
  const entries = useTrip(
    useSteady(
      ({ trip, entryId }) => (follows === 'words' ? [trip?.entries] : [trip?.id, trip?.entries.length, entryId]),
      ({ trip }) => trip?.entries ?? noEntries,
      isSame,
    ),
  )
  const { day, programme, plan, isShown } = useTrip(
    useShallow((state) => ({
      day: state.day,
      programme: state.programme,
      plan: state.plan,
      isShown: state.all === null && state.programmeOf !== null && state.programmeOf === state.trip?.id,
    })),
  )
  const trip = useTrip(
    useShallow(({ trip: open }) => ({
      firstDay: open?.firstDay ?? '',
      lastDay: open?.lastDay ?? '',
      timeZone: open?.timeZone ?? 'UTC',
    })),
  )
  return useMemo(() => {
    if (day === null || !isShown) return null
    const isPut = plan.evenings[day]?.value === true
    if (isPut && asked !== day) return null
    const evening = eveningOf({ programme, plan }, entries, day)
    const isDue = !isPut && evening.attended.length > 0 && isDayOver({ ...trip, programme, plan, entries, at }, day)
    return { ...evening, isDue, isShown: isDue || asked === day }
  }, [trip, entries, day, isShown, programme, plan, at, asked])
}
