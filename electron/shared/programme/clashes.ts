import type { Mark, Plan } from '../programme.ts'
import type { IndexedSession } from './index-sessions.ts'

/** Whether a session is in one's way at its time: one wants to be there, or was. */
export function isPlanned(mark: Mark | undefined): boolean {
  if (mark === undefined) return false
  if (mark.attendance === 'missed' || mark.attendance === 'watch-later') return false
  return mark.attendance !== null || mark.star === 'go' || mark.star === 'maybe'
}

/** The sessions that one wants to go to, or perhaps, in the order of their starts. Those without a time are left out. */
export function plannedSessions(sessions: readonly IndexedSession[], plan: Pick<Plan, 'marks'>): TimedSession[] {
  return sessions
    .filter(isTimed)
    .filter(({ session }) => !session.isDropped && !session.isCancelled && isPlanned(plan.marks[session.id]))
    .toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt)
}

export interface TimedSession extends IndexedSession {
  readonly startsAt: number
  readonly endsAt: number
}

export const isTimed = (indexed: IndexedSession): indexed is TimedSession =>
  indexed.startsAt !== null && indexed.endsAt !== null

/**
 * The planned sessions that overlap.
 *
 * @param planned as {@link plannedSessions} returns them
 * @returns session id -> the sessions that it clashes with
 */
export function findClashes(planned: readonly TimedSession[]): ReadonlyMap<string, readonly TimedSession[]> {
  const clashes = new Map<string, TimedSession[]>()
  const note = (one: TimedSession, other: TimedSession) =>
    clashes.set(one.session.id, [...(clashes.get(one.session.id) ?? []), other])
  for (const [index, one] of planned.entries()) {
    for (const other of planned.slice(index + 1)) {
      if (other.startsAt >= one.endsAt) break
      note(one, other)
      note(other, one)
    }
  }
  return clashes
}

/** Free time between two planned sessions of a day, in milliseconds since 1970. */
export interface Gap {
  readonly day: string
  readonly from: number
  readonly to: number
}

/** Shorter breaks are not worth a mention: they are walks, or coffee. */
const SHORTEST_GAP = 30 * 60 * 1000

/** The free times between the planned sessions of each day. */
export function findGaps(planned: readonly TimedSession[]): Gap[] {
  const gaps: Gap[] = []
  let day: string | null = null
  let until = 0
  for (const { session, startsAt, endsAt } of planned) {
    if (session.day !== day) {
      day = session.day
      until = endsAt
      continue
    }
    if (day !== null && startsAt - until >= SHORTEST_GAP) gaps.push({ day, from: until, to: startsAt })
    until = Math.max(until, endsAt)
  }
  return gaps
}

/** Too little time to change rooms. */
export interface TightWalk {
  readonly from: TimedSession
  /** Minutes between the end of the one and the start of the other. */
  readonly minutes: number
}

/** With less time than this, one arrives late or leaves early; in milliseconds. */
const SHORT_WALK = 5 * 60 * 1000

/**
 * The planned sessions that begin elsewhere just after another one has ended.
 *
 * @returns the id of the later session -> where one comes from
 */
export function findTightWalks(planned: readonly TimedSession[]): ReadonlyMap<string, TightWalk> {
  const walks = new Map<string, TightWalk>()
  for (const to of planned) {
    const from = planned.findLast(({ endsAt }) => endsAt <= to.startsAt && to.startsAt - endsAt < SHORT_WALK)
    if (from === undefined || share(from.rooms, to.rooms)) continue
    walks.set(to.session.id, { from, minutes: Math.round((to.startsAt - from.endsAt) / 60_000) })
  }
  return walks
}

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((room) => others.includes(room))

/** The session that follows in the same room on the same day, or `null`. */
export function nextInRoom(sessions: readonly IndexedSession[], current: IndexedSession): IndexedSession | null {
  const {
    rooms,
    session: { room, day },
  } = current
  if (room === '' || !isTimed(current)) return null
  const later = sessions
    .filter(isTimed)
    .filter(({ session: { isCancelled, isDropped } }) => !isCancelled && !isDropped)
    .filter((one) => share(one.rooms, rooms) && one.session.day === day && one.startsAt >= current.endsAt)
  return later.toSorted((a, b) => a.startsAt - b.startsAt)[0] ?? null
}
