import { placeByTime } from '../../shared/entries/place-entry.ts'
import type { Programme, Session } from '../../shared/programme.ts'
import { dayOfSession } from '../../shared/programme/entry-from-session.ts'
import type { Entry, Talk, Trip } from '../../shared/trip.ts'
import { without } from '../edits/find-entry.ts'
import { momentAfter } from '../edits/moment-after.ts'
import { isSame } from '../trip-file/sides.ts'

/**
 * Moves entries along with their sessions: the room and the times of a talk follow if they are still those of the session
 * and nothing has been written in it yet. What was written stays where it is, because it says when it happened. Titles
 * and speakers never change.
 *
 * @returns the same trip if nothing has moved
 */
export function followSessions(trip: Trip, before: Programme | null, after: Programme): Trip {
  const earlier = new Map(before?.sessions.map((session) => [session.id, session]))
  const later = new Map(after.sessions.map((session) => [session.id, session]))
  return trip.entries.reduce((current, entry) => {
    const [from, to] = [earlier.get(entry.sessionId ?? ''), later.get(entry.sessionId ?? '')]
    const moved = from === undefined || to === undefined || to.isDropped ? entry : follow(entry, from, to, trip)
    return moved === entry ? current : { ...current, entries: placeByTime(without(current, entry.id), moved) }
  }, trip)
}

function follow(entry: Entry, from: Session, to: Session, trip: Trip): Entry {
  if (entry.kind !== 'talk' || entry.text.trim() !== '') return entry
  const room = entry.room === from.room ? to.room : entry.room
  const isOnTime = isSame(timesOf(entry), timesAt(from, trip))
  const times = isOnTime && to.start !== null ? timesAt(to, trip) : timesOf(entry)
  if (room === entry.room && isSame(times, timesOf(entry))) return entry
  return { ...entry, ...times, room, updatedAt: momentAfter(entry.updatedAt) }
}

function timesOf({ day, start, end }: Talk): Pick<Talk, 'day' | 'start' | 'end'> {
  return { day, start, end }
}

function timesAt(session: Session, trip: Trip): Pick<Talk, 'day' | 'start' | 'end'> {
  const { start, end } = session
  return { day: dayOfSession(session, trip, trip.createdAt), start, end: start === null ? null : end }
}
