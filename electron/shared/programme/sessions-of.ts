import type { Plan, Programme, Session } from '../programme.ts'
import { sortSessions } from './sort-sessions.ts'

/** The programme of a trip and what its owner has added to it. */
export interface ProgrammeAndPlan {
  /** `null` if none was imported. */
  readonly programme: Programme | null
  readonly plan: Pick<Plan, 'own'>
}

/** All sessions of a trip, together with its owner's own ones; sorted by start, those without a time last. */
export function sessionsOf({ programme, plan }: ProgrammeAndPlan): Session[] {
  const own = plan.own.flatMap(({ session, isRemoved }) => (isRemoved ? [] : [session]))
  return sortSessions([...(programme?.sessions ?? []), ...own], programme?.rooms)
}

/** Finds a session of the programme or an own one by its id. */
export function findSession({ programme, plan }: ProgrammeAndPlan, sessionId: string): Session | undefined {
  const own = plan.own.find(({ session, isRemoved }) => !isRemoved && session.id === sessionId)
  return own?.session ?? programme?.sessions.find(({ id }) => id === sessionId)
}
