import { hash } from 'node:crypto'
import { sortSessions } from '../../shared/programme/sort-sessions.ts'
import type { Programme, Session } from '../../shared/programme.ts'
import { conferenceDays } from './conference-day.ts'
import type { ReadProgramme, ReadSession } from './read-programme.ts'
import { isDate } from './read-time.ts'
import { timesIn, type ResolvedTime, type ResolveTime } from './resolve-time.ts'
import { tidyLine, tidyName, tidySession, webAddress } from './tidy-session.ts'
import { withUniqueSources } from './unique-sources.ts'

/** Where a programme came from, and when. */
export type ProgrammeOrigin = Pick<Programme, 'format' | 'address' | 'fileName' | 'importedAt'>

/**
 * Makes the programme of a trip from what was read: local times become moments in the zone, each session gets its id and
 * its conference day, and everything is put in order. The same file gives the same programme on every computer.
 */
export function resolveProgramme(read: ReadProgramme, timeZone: string, origin: ProgrammeOrigin): Programme {
  const resolve = timesIn(timeZone)
  const tidied = withUniqueSources(read.sessions.map(tidySession))
  const times = tidied.map((session) => resolveTimes(session, resolve))
  const days = conferenceDays(
    tidied.map(({ day }, index) => ({
      day,
      date: times[index]?.start?.date ?? null,
      clock: times[index]?.start?.clock ?? null,
    })),
    read.dayChange,
    read.firstDay !== null && isDate(read.firstDay) ? read.firstDay : null,
  )
  const sessions = tidied.map((session, index): Session => {
    const { start = null, end = null } = times[index] ?? {}
    return {
      id: sessionIdOf(session.source),
      source: session.source,
      title: session.title,
      subtitle: session.subtitle,
      type: session.type,
      track: session.track,
      room: session.room,
      language: session.language,
      start: start?.instant ?? null,
      end,
      day: days[index] ?? null,
      speakers: [...session.speakers],
      abstract: session.abstract,
      links: [...session.links],
      feedbackUrl: session.feedbackUrl,
      isCancelled: session.isCancelled,
      isDropped: false,
    }
  })
  const rooms = usedInOrder(read.rooms, tidied, ({ room }) => room)
  return {
    title: tidyName(read.title),
    url: webAddress(read.url) ?? '',
    version: tidyLine(read.version),
    ...origin,
    timeZone,
    rooms,
    tracks: usedInOrder(read.tracks, tidied, ({ track }) => track),
    sessions: sortSessions(sessions, rooms),
    changed: {},
  }
}

/** The id of a session, in the shape of a UUID, from its identity in the file. */
export function sessionIdOf(source: string): string {
  const digits = hash('sha256', source)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-')
}

const DAY = 24 * 60 * 60 * 1000

/** An end before the start is on the next day; if that makes no sense either, it is unknown. */
function resolveTimes(
  { start: readStart, end: readEnd }: ReadSession,
  resolve: ResolveTime,
): { start: ResolvedTime | null; end: string | null } {
  const start = readStart === null ? null : resolve(readStart)
  const end = readEnd === null ? null : resolve(readEnd).instant
  if (start === null || start.instant === null || end === null) return { start, end: null }
  const late = Date.parse(start.instant) - Date.parse(end)
  if (late <= 0) return { start, end }
  if (late >= DAY) return { start, end: null }
  return { start, end: resolve({ instant: new Date(Date.parse(end) + DAY).toISOString() }).instant }
}

/** The names that sessions use, in the organiser's order; those that it does not list follow as they appear. */
function usedInOrder(
  listed: readonly string[],
  sessions: readonly ReadSession[],
  nameOf: (session: ReadSession) => string,
): string[] {
  const used = new Set(sessions.map(nameOf))
  return [...new Set([...listed.map((name) => tidyName(name)), ...used])].filter(
    (name) => name !== '' && used.has(name),
  )
}
