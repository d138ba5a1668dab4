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
  return sessions.toSorted(
    (one, other) =>
      compareStarts(one.start, other.start) ||
      placeOf(one) - placeOf(other) ||
      compareLines(one.room, other.room) ||
      compareLines(one.title, other.title) ||
      compareLines(one.id, other.id),
  )
}

function compareStarts(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return compareInstants(one, other)
}

/** Not by the user's language: two computers have to agree. */
function compareLines(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
