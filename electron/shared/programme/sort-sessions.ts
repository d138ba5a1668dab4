import type { Session } from '../programme.ts'
import { compareInstants } from '../time.ts'

/**
 * Sorts sessions by start, room and title; those without a time last. The same for every order of the input.
 *
 * @param rooms in the organiser's order; others follow by name
 */
export function sortSessions(sessions: readonly Session[], rooms: readonly string[] = []): Session[] {
  const places = new Map(rooms.map((room, index) => [room, index]))
  const placeOf = ({ room }: Session) => places.get(room) ?? rooms.length
  return sessions
    .map((session) => ({ session, start: session.start === null ? Infinity : Date.parse(session.start) }))
    .toSorted(
      (a, b) =>
        compareStarts(a, b) ||
        placeOf(a.session) - placeOf(b.session) ||
        compareLines(a.session.room, b.session.room) ||
        compareLines(a.session.title, b.session.title) ||
        compareLines(a.session.id, b.session.id),
    )
    .map(({ session }) => session)
}

interface Placed {
  session: Session
  /** In milliseconds since 1970, parsed once for many comparisons; infinite without a time. */
  start: number
}

function compareStarts(a: Placed, b: Placed): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  const [one, other] = [a.session.start, b.session.start]
  return one === null || other === null || one === other ? 0 : compareInstants(one, other)
}

/** Not by the user's language: two computers have to agree. */
function compareLines(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
