import { fail, ok } from '../../../shared/result.ts'
import type { Speaker } from '../../../shared/trip.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { later, readDuration, readWrittenTime } from '../read-time.ts'
import { emptyProgramme } from './empty-programme.ts'
import { type Fields, fieldsOf, firstOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { speakerRemarks } from './pretalx-api.ts'
import { isCancelled, joinTexts, languageOf, linksOf, pageLink, peopleOf, personOf } from './session-fields.ts'

/**
 * EuroPython's programme API: `sessions.json`, which maps codes to sessions whose speakers are codes; the same together
 * with `speakers.json` in one object; and `schedule.json`, which has the names, the breaks and the days.
 */
export const europython: ProgrammeFormat = {
  id: 'europython',
  detect: ({ json }) => sessionsIn(json).length > 0 || eventsIn(json).length > 0 || peopleIn(json).length > 0,
  parse: ({ json }) => {
    const people = new Map(peopleIn(fieldsOf(json)['speakers']).map((one) => [wordsOf(one['code']), personOf(one)]))
    const [sessions, events] = [sessionsIn(json), eventsIn(json)]
    if (sessions.length === 0 && events.length === 0) return fail('programme.only-speakers')
    const codes = sessions.flatMap(({ speakers }) => listOf(speakers).filter((one) => typeof one === 'string'))
    return ok({
      ...emptyProgramme,
      rooms: Object.values(fieldsOf(fieldsOf(json)['days'])).flatMap((day) =>
        listOf(fieldsOf(day)['rooms']).map(wordsOf),
      ),
      sessions: [
        ...sessions.map((session) => sessionOf(session, null, people)),
        ...events.map(({ event, day }) => sessionOf(event, day, people)),
      ],
      remarks: speakerRemarks(codes.filter((code) => !people.has(code))),
    })
  },
}

/** Objects under their own codes; or in a list, where pretalx has lists like this too. */
function coded(value: unknown): Fields[] {
  if (Array.isArray(value)) {
    return objectsOf(value).filter((one) => typeof one['code'] === 'string' && one['submission_type'] === undefined)
  }
  return isFields(value)
    ? Object.entries(value).flatMap(([code, one]) => (isFields(one) && one['code'] === code ? [one] : []))
    : []
}

const isSession = (one: Fields) =>
  one['title'] !== undefined &&
  one['slots'] === undefined &&
  ['session_type', 'submission_type', 'website_url', 'delivery'].some((name) => one[name] !== undefined)

function sessionsIn(json: unknown): Fields[] {
  const direct = coded(json).filter(isSession)
  return direct.length > 0 ? direct : coded(fieldsOf(json)['sessions']).filter(isSession)
}

function peopleIn(json: unknown): Fields[] {
  return coded(json).filter((one) => one['name'] !== undefined && one['submissions'] !== undefined)
}

function eventsIn(json: unknown): { event: Fields; day: string }[] {
  return Object.entries(fieldsOf(fieldsOf(json)['days'])).flatMap(([day, content]) =>
    objectsOf(fieldsOf(content)['events'])
      .filter((event) => event['event_type'] !== undefined || event['session_type'] !== undefined)
      .map((event) => ({ event, day })),
  )
}

function sessionOf(session: Fields, day: string | null, people: ReadonlyMap<string, Speaker>): ReadSession {
  const title = wordsOf(session['title'])
  const start = readWrittenTime(session['start'])
  const rooms = listOf(session['rooms']).map(wordsOf)
  return {
    source: firstWords(session, 'code', 'slug') || title,
    title,
    subtitle: '',
    type: firstWords(session, 'session_type', 'submission_type', 'event_type'),
    track: firstWords(session, 'track'),
    room: firstWords(session, 'room') || [...new Set(rooms)].join(', '),
    language: languageOf(session['language']),
    start,
    end: readWrittenTime(session['end']) ?? later(start, readDuration(session['duration'])),
    day,
    speakers: listOf(session['speakers']).flatMap((speaker) =>
      typeof speaker === 'string' ? (people.get(speaker) ?? []) : peopleOf([speaker]),
    ),
    abstract: joinTexts(wordsOf(session['abstract']) || wordsOf(session['tweet'])),
    links: [
      ...pageLink(firstOf(session, 'website_url', 'url')),
      ...linksOf(session['resources']),
      ...pageLink(session['youtube_url']),
    ],
    feedbackUrl: '',
    isCancelled: isCancelled(session, title),
  }
}
