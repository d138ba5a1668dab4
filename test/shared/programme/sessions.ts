import type { Plan, Session, Star } from '../../../electron/shared/programme.ts'
import { emptyPlan, noMark } from '../../../electron/shared/programme.ts'
import { type IndexedSession, indexSessions } from '../../../electron/shared/programme/index-sessions.ts'

const clock = (time: string) => (time === '' ? null : `2026-04-15T${time}:00+02:00`)

/** A session of 15 April 2026, with the start and the end as `10:45`. */
export function sessionAt(start: string, end: string, changes: Partial<Session> = {}): Session {
  return {
    id: crypto.randomUUID(),
    source: 'code',
    title: 'Mud and Maps',
    subtitle: '',
    type: '',
    track: '',
    room: '',
    language: '',
    start: clock(start),
    end: clock(end),
    day: start === '' ? null : '2026-04-15',
    speakers: [],
    abstract: '',
    links: [],
    feedbackUrl: '',
    isCancelled: false,
    isDropped: false,
    ...changes,
  }
}

/** Indexes one session. */
export function indexed(session: Session): IndexedSession {
  const [first] = indexSessions([session])
  if (first === undefined) throw new Error('No session')
  return first
}

/** A plan with these stars. */
export function planWith(stars: readonly (readonly [Session, Star])[], changes: Partial<Plan> = {}): Plan {
  const marks = Object.fromEntries(stars.map(([{ id }, star]) => [id, { ...noMark, star }]))
  return { ...emptyPlan, marks, ...changes }
}
