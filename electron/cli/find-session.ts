import type { ProgrammeState } from '../shared/contract/programme.ts'
import type { TripSummary } from '../shared/contract/library.ts'
import { foldName } from '../shared/fold-text.ts'
import type { Session } from '../shared/programme.ts'
import { sessionsOf } from '../shared/programme/sessions-of.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { findTrip, SHORTEST_PREFIX } from './find-trip.ts'
import type { Journal } from './journal.ts'

/** A trip and its programme. */
export interface TripProgramme {
  trip: TripSummary
  state: ProgrammeState
  /** All of its sessions, in their order. */
  sessions: Session[]
}

/** Finds a trip as a user names it, and reads its programme. */
export async function findProgramme(journal: Journal, wanted: string): Promise<Result<TripProgramme>> {
  const trip = await findTrip(journal, wanted)
  if (!trip.ok) return trip
  const state = await journal.call('programme.read', { tripId: trip.value.id })
  return state.ok ? ok({ trip: trip.value, state: state.value, sessions: sessionsOf(state.value) }) : state
}

/** Finds the one session that has a given id, beginning of an id, identity at the organiser's, or title. */
export function findSession({ trip, sessions }: TripProgramme, wanted: string): Result<Session> {
  const exact = sessions.find(({ id, source }) => id === wanted || (source !== '' && source === wanted))
  if (exact !== undefined) return ok(exact)
  const title = foldName(wanted)
  const prefix = wanted.length >= SHORTEST_PREFIX ? wanted.toLowerCase() : null
  const titled = sessions.filter((session) => foldName(session.title) === title)
  const matches = titled.length > 0 || prefix === null ? titled : sessions.filter(({ id }) => id.startsWith(prefix))
  const [session] = matches
  if (session === undefined) return fail('programme.session-not-found', { name: wanted, trip: trip.title })
  if (matches.length === 1) return ok(session)
  const names = matches.map(({ id, start, room }) => [id, start, room].filter(Boolean).join(' · '))
  return fail('programme.ambiguous-session', { name: wanted, count: names.length, sessions: names })
}
