import type { Session } from '../programme.ts'
import { dayAt } from '../time.ts'
import type { Talk, Trip } from '../trip.ts'
import { sessionKindOf } from './session-kind.ts'

/** What a talk's entry gets from its session. */
export type SessionFields = Pick<
  Talk,
  'kind' | 'title' | 'speakers' | 'room' | 'end' | 'session' | 'links' | 'sessionId'
>

/** The fields of a new entry about a session. The text is the owner's, and stays empty. */
export function fieldsOfSession(session: Session): SessionFields {
  const { id, title, speakers, room, links } = session
  return {
    kind: 'talk',
    title,
    speakers,
    room,
    end: session.start === null ? null : session.end,
    session: sessionKindOf(session),
    links,
    sessionId: id,
  }
}

/**
 * The day of a session's entry: the organiser's; if the session has no time yet, today or the nearest day of the trip.
 *
 * @param at now
 */
export function dayOfSession(
  { day, start }: Pick<Session, 'day' | 'start'>,
  { firstDay, lastDay, timeZone }: Pick<Trip, 'firstDay' | 'lastDay' | 'timeZone'>,
  at: string,
): string {
  if (day !== null) return day
  const found = dayAt(start ?? at, timeZone)
  if (start !== null) return found
  return found < firstDay ? firstDay : found > lastDay ? lastDay : found
}
