import { instantAt } from '../../shared/zone-time.ts'
import type { Programme, Session } from '../../shared/programme.ts'
import { sortSessions } from '../../shared/programme/sort-sessions.ts'
import type { Entry, Talk } from '../../shared/trip.ts'
import { sampleId } from './sample-id.ts'

/** A session of a sample, as `schedule.json` has it. */
export type SampleSession = Pick<Session, 'title' | 'room' | 'abstract'> &
  Partial<Pick<Session, 'type' | 'track' | 'speakers' | 'feedbackUrl' | 'isCancelled'>> & {
    day: string
    /** Times of day in the venue's zone. */
    start: string
    end: string
  }

/** The id of a sample's session. */
export const sampleSessionId = (trip: string, title: string): string => sampleId(`${trip}/session/${title}`)

/** The entries of a sample, with the talks among them that are in its programme connected to their sessions. */
export function withSessions(trip: string, entries: readonly Entry[], titles: ReadonlySet<string>): Entry[] {
  return entries.map((entry) =>
    entry.kind === 'talk' && titles.has(entry.title)
      ? { ...entry, sessionId: sampleSessionId(trip, entry.title) }
      : entry,
  )
}

const noFields = {
  subtitle: '',
  type: 'Talk',
  track: '',
  language: 'en',
  speakers: [],
  links: [],
  feedbackUrl: '',
  isCancelled: false,
  isDropped: false,
} as const satisfies Partial<Session>

/** The session of a talk that the sample has an entry about. */
export function sessionOfTalk(
  trip: string,
  { title, day, start, end, room, speakers, links }: Talk,
  more: Pick<Session, 'abstract'> & Partial<Pick<Session, 'type' | 'track'>>,
): Session {
  const id = sampleSessionId(trip, title)
  return { ...noFields, id, source: id, title, day, start, end, room, speakers, links, ...more }
}

/** Builds the programme of a sample trip. */
export function sampleProgramme(
  trip: string,
  about: Pick<Programme, 'title' | 'url' | 'timeZone' | 'rooms' | 'tracks'>,
  talks: readonly Session[],
  others: readonly SampleSession[],
): Programme {
  const sessions = others.map(({ start, end, ...session }): Session => {
    const id = sampleSessionId(trip, session.title)
    const at = (clock: string) => instantAt(session.day, clock, about.timeZone)
    return {
      ...noFields,
      ...session,
      speakers: [...(session.speakers ?? [])],
      links: [],
      id,
      source: id,
      start: at(start),
      end: at(end),
    }
  })
  return {
    ...about,
    version: '3',
    format: 'sample',
    address: '',
    fileName: '',
    importedAt: instantAt('2026-05-02', '20:15', about.timeZone),
    sessions: sortSessions([...talks, ...sessions]),
    changed: {},
  }
}
