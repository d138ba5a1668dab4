import { foldText } from '../fold-text.ts'
import type { Session } from '../programme.ts'
import { roomParts } from './room-parts.ts'

/** How long a session is taken to be if the programme does not say, in milliseconds. */
export const USUAL_LENGTH = 30 * 60 * 1000

/** A session with what filters, clashes and the grid ask for again and again. */
export interface IndexedSession {
  readonly session: Session
  /** In milliseconds since 1970; `null` if it has no time yet. */
  readonly startsAt: number | null
  readonly endsAt: number | null
  /** The rooms that it takes place in: several if its room is made of others. */
  readonly rooms: readonly string[]
  /** Title, speakers, room, track and type as a search compares them. */
  readonly names: string
}

const known = new WeakMap<Session, IndexedSession>()
const abstracts = new WeakMap<Session, string>()

function indexSession(session: Session, rooms: readonly string[]): IndexedSession {
  const { title, subtitle, room, track, type, speakers } = session
  const startsAt = session.start === null ? null : Date.parse(session.start)
  const end = session.end === null ? null : Date.parse(session.end)
  const people = speakers.flatMap(({ name, affiliation }) => [name, affiliation])
  return {
    session,
    startsAt,
    endsAt: startsAt === null ? null : end !== null && end > startsAt ? end : startsAt + USUAL_LENGTH,
    rooms,
    names: foldText([title, subtitle, ...people, room, track, type].join('\n')),
  }
}

/** The sessions with what is computed from each of them once. */
export function indexSessions(sessions: readonly Session[]): IndexedSession[] {
  const partsOf = roomParts(sessions.map(({ room }) => room))
  return sessions.map((session) => {
    const found = known.get(session)
    const rooms = partsOf(session.room)
    // The same name is several rooms only as long as the programme has those.
    if (found !== undefined && found.rooms.join('\n') === rooms.join('\n')) return found
    const made = indexSession(session, rooms)
    known.set(session, made)
    return made
  })
}

/** The abstract as a search compares it. It is folded when it is first needed, since abstracts are long. */
export function foldedAbstract(session: Session): string {
  const found = abstracts.get(session)
  if (found !== undefined) return found
  const folded = foldText(session.abstract)
  abstracts.set(session, folded)
  return folded
}
