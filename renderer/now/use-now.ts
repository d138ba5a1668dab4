import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Now, nowAt } from '../../electron/shared/programme/now-at.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { useSteady } from '../journal/use-steady.ts'
import { useMinute } from '../state/clock.ts'
import { useTrip } from '../state/open-trip.ts'

const noEntries: readonly Entry[] = []

/** What the rule for now reads of an entry. Its text, which changes with every letter, is not among it. */
function headOf(entry: Entry): string {
  const { id, kind, sessionId, day, start } = entry
  const talk = entry.kind === 'talk' ? [entry.title, entry.room, entry.end, entry.speakers] : []
  return JSON.stringify([id, kind, sessionId, day, start, ...talk])
}

const haveSameHeads = (a: readonly Entry[], b: readonly Entry[]) =>
  a.length === b.length && a.every((entry, index) => entry === b[index] || isSameHead(entry, b[index]))

const isSameHead = (entry: Entry, other: Entry | undefined) => other !== undefined && headOf(entry) === headOf(other)

/** What is on and what is next in the open trip; `null` until its programme has been read. Follows the clock. */
export function useNow(): Now | null {
  const at = useMinute()
  const trip = useTrip(
    useShallow(({ trip: open }) => ({
      id: open?.id ?? null,
      firstDay: open?.firstDay ?? '',
      lastDay: open?.lastDay ?? '',
      timeZone: open?.timeZone ?? 'UTC',
    })),
  )
  const entries = useTrip(
    useSteady(
      ({ trip: open }) => [open?.entries],
      ({ trip: open }): readonly Entry[] => open?.entries ?? noEntries,
      haveSameHeads,
    ),
  )
  const programme = useTrip((state) => state.programme)
  const plan = useTrip((state) => state.plan)
  const isRead = useTrip((state) => state.programmeOf !== null && state.programmeOf === state.trip?.id)
  return useMemo(
    () => (isRead ? nowAt({ ...trip, programme, plan, entries, at }) : null),
    [isRead, trip, programme, plan, entries, at],
  )
}
