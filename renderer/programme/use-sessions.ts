import { useMemo, useState } from 'react'
import {
  findClashes,
  findGaps,
  findTightWalks,
  type Gap,
  plannedSessions,
  type TightWalk,
  type TimedSession,
} from '../../electron/shared/programme/clashes.ts'
import {
  filterSessions,
  type FilteredSessions,
  filterValues,
  type GroupedSessions,
  isHidden,
  type ProgrammeFilter,
  wordSearch,
} from '../../electron/shared/programme/filter-sessions.ts'
import { type IndexedSession, indexSessions } from '../../electron/shared/programme/index-sessions.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import type { Plan, Programme } from '../../electron/shared/programme.ts'
import type { Entry } from '../../electron/shared/trip.ts'

/** The sessions of a trip, and what follows from the plan. */
export interface Sessions {
  readonly all: readonly IndexedSession[]
  readonly byId: ReadonlyMap<string, IndexedSession>
  readonly plan: Plan
  readonly groups: GroupedSessions
  readonly clashes: ReadonlyMap<string, readonly TimedSession[]>
  readonly walks: ReadonlyMap<string, TightWalk>
  readonly gaps: readonly Gap[]
  readonly values: ReturnType<typeof filterValues>
  /** Session id -> the id of the entry about it. */
  readonly entries: ReadonlyMap<string, string>
}

/** The ids of the entries about sessions, by the session. */
export function entriesOfSessions(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ id, sessionId }) => (sessionId === undefined ? [] : [[sessionId, id] as const])))
}

/** Computes what the Programme shows, each part only when what it is made of has changed. */
export function useSessions(programme: Programme | null, plan: Plan, entries: ReadonlyMap<string, string>): Sessions {
  const { own, marks, hiddenRooms, hiddenTracks } = plan
  const all = useMemo(() => indexSessions(sessionsOf({ programme, plan: { own } })), [programme, own])
  const byId = useMemo(() => new Map(all.map((indexed) => [indexed.session.id, indexed])), [all])
  const values = useMemo(
    () => filterValues(all, { rooms: programme?.rooms ?? [], tracks: programme?.tracks ?? [] }),
    [all, programme],
  )
  const planned = useMemo(() => plannedSessions(all, { marks }), [all, marks])
  const clashes = useMemo(() => findClashes(planned), [planned])
  const hidden = useMemo(
    () => idsOf(all, (indexed) => isHidden(indexed, { hiddenRooms, hiddenTracks })),
    [all, hiddenRooms, hiddenTracks],
  )
  const changed = useMemo(
    () => idsOf(all, ({ session }) => (programme?.changed[session.id]?.length ?? 0) > 0),
    [all, programme],
  )
  const groups = useMemo(
    () => ({
      starred: idsOf(all, ({ session }) => (marks[session.id]?.star ?? null) !== null),
      clashes: new Set(clashes.keys()),
      changed,
      hidden,
    }),
    [all, marks, clashes, changed, hidden],
  )
  const walks = useMemo(() => findTightWalks(planned), [planned])
  const gaps = useMemo(() => findGaps(planned), [planned])
  return useMemo(
    () => ({ all, byId, plan, groups, clashes, walks, gaps, values, entries }),
    [all, byId, plan, groups, clashes, walks, gaps, values, entries],
  )
}

const idsOf = (all: readonly IndexedSession[], isIn: (indexed: IndexedSession) => boolean): ReadonlySet<string> =>
  new Set(all.filter(isIn).map(({ session }) => session.id))

/** The sessions that a filter lets through. */
export function useFiltered({ all, groups }: Sessions, filter: ProgrammeFilter): FilteredSessions {
  const [search] = useState(wordSearch)
  return useMemo(() => filterSessions(all, filter, groups, search), [all, filter, groups, search])
}
