import { ok } from '../../../shared/result.ts'
import type { ProgrammeFormat, ReadProgramme, ReadSession, ReadTime } from '../read-programme.ts'
import { clockOnDay, later, readClock, readDate, readDuration, readTime } from '../read-time.ts'
import { type Fields, fieldsOf, firstOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { absolute, isCancelled, joinTexts, languageOf, linksOf, pageLink, peopleOf, zoneIn } from './session-fields.ts'

/** Where a session stands in the file. */
interface Place {
  /** The day under which it is listed. */
  readonly day: string | null
  /** When that day begins, `HH:MM`: an earlier time of day is after midnight. */
  readonly dayStart: string
  /** The room under which it is listed. */
  readonly room: string
}

/** The days in a list, or by their dates. */
function daysIn(days: unknown): readonly Fields[] {
  if (!isFields(days)) return objectsOf(days)
  return Object.entries(days).flatMap(([date, day]) => (isFields(day) ? [{ date: readDate(date), ...day }] : []))
}

/** If a day does not say when it begins. */
const DAY_CHANGE = '06:00'

/**
 * The first version of the schedule of frab and pretalx, which many write by hand: days, in them rooms, in them events.
 * A room of a day is a list of events under the room's name.
 */
export const frab: ProgrammeFormat = {
  id: 'frab',
  detect: ({ json }) => {
    const { schedule, conference } = scheduleOf(json)
    if (conference['days'] === undefined) return objectsOf(schedule['days']).some((day) => 'rooms' in day)
    return schedule['events'] === undefined
  },
  parse: ({ json }) => {
    const { schedule, conference } = scheduleOf(json)
    const baseUrl = firstWords(schedule, 'base_url', 'url') || firstWords(conference, 'url', 'base_url')
    const days = daysIn(conference['days'] ?? schedule['days'])
    const found = days.flatMap((day) => eventsOf(day))
    return ok({
      ...conferenceOf(schedule, conference),
      rooms: [...objectsOf(conference['rooms']).map(wordsOf), ...found.map(({ place }) => place.room)],
      tracks: listOf(conference['tracks']).map(wordsOf),
      sessions: found.map(({ event, place }) => sessionOf(event, place, baseUrl)),
      remarks: [],
    })
  },
}

/** The schedule and its conference. Some leave out one of the two levels. */
export function scheduleOf(json: unknown): { schedule: Fields; conference: Fields } {
  const top = fieldsOf(json)
  const schedule = isFields(top['schedule']) ? top['schedule'] : top
  return { schedule, conference: fieldsOf(schedule['conference']) }
}

/** What both versions say about the conference itself. */
export function conferenceOf(
  schedule: Fields,
  conference: Fields,
): Omit<ReadProgramme, 'rooms' | 'tracks' | 'sessions' | 'remarks'> {
  const venue = conference['venue']
  return {
    title: firstWords(conference, 'title', 'name', 'acronym') || firstWords(schedule, 'title'),
    venue: firstWords(conference, 'venue', 'location'),
    city: firstWords(conference, 'city') || firstWords(fieldsOf(venue), 'city'),
    country: firstWords(conference, 'country') || firstWords(fieldsOf(venue), 'country'),
    url: firstWords(conference, 'url', 'homepage') || firstWords(schedule, 'url', 'base_url'),
    version: firstWords(schedule, 'version'),
    timeZone: zoneIn(conference, 'time_zone_name', 'timezone', 'timeZone', 'time_zone') ?? zoneIn(schedule, 'timezone'),
    firstDay: readDate(conference['start']),
    lastDay: readDate(conference['end']),
    assumed: null,
    dayChange: readClock(conference['day_change']) ?? DAY_CHANGE,
  }
}

function eventsOf(day: Fields): { event: Fields; place: Place }[] {
  const start = readTime(firstOf(day, 'day_start', 'start'))
  const clock =
    start === null || 'date' in start ? null : ('local' in start ? start.local : start.instant).slice(11, 16)
  const place = {
    day: readDate(day['date']) ?? readDate(firstOf(day, 'day_start', 'start')),
    // A day that begins late still has early events, so that only the small hours are after midnight.
    dayStart: clock !== null && clock < DAY_CHANGE ? clock : DAY_CHANGE,
  }
  const { rooms } = day
  if (Array.isArray(rooms)) {
    return objectsOf(rooms).flatMap((room) =>
      objectsOf(firstOf(room, 'events', 'talks', 'sessions')).map((event) => {
        return { event, place: { ...place, room: wordsOf(room) } }
      }),
    )
  }
  const inRooms = Object.entries(fieldsOf(rooms)).flatMap(([room, events]) =>
    objectsOf(events).map((event) => ({ event, place: { ...place, room } })),
  )
  const direct = objectsOf(firstOf(day, 'events', 'talks', 'sessions'))
  return [...inRooms, ...direct.map((event) => ({ event, place: { ...place, room: '' } }))]
}

function sessionOf(event: Fields, place: Place, baseUrl: string): ReadSession {
  const title = firstWords(event, 'title', 'name')
  const start = startOf(event, place)
  return {
    source: firstWords(event, 'guid', 'id', 'code', 'slug'),
    title,
    subtitle: firstWords(event, 'subtitle'),
    type: firstWords(event, 'type', 'event_type'),
    track: firstWords(event, 'track'),
    room: firstWords(event, 'room') || place.room,
    language: languageOf(event['language']),
    start,
    end: endOf(event, start),
    day: place.day,
    speakers: peopleOf(firstOf(event, 'persons', 'speakers', 'people')),
    abstract: joinTexts(firstWords(event, 'abstract'), firstWords(event, 'description')),
    links: linksOfEvent(event, baseUrl),
    feedbackUrl: absolute(firstWords(event, 'feedback_url'), baseUrl),
    isCancelled: isCancelled(event, title),
  }
}

/** The event's date is the authority. Without one it begins at a time of day, on the day that lists it. */
function startOf(event: Fields, place: Place): ReadTime | null {
  for (const value of [event['date'], event['start']]) {
    const time = readTime(value)
    if (time !== null && !('date' in time)) return time
  }
  const clock = readClock(event['start'])
  const date = readDate(event['date'])
  if (date !== null) return clock === null ? { date } : { local: `${date}T${clock}:00` }
  return clock === null || place.day === null ? null : clockOnDay(place.day, clock, place.dayStart)
}

function endOf(event: Fields, start: ReadTime | null): ReadTime | null {
  const end = readTime(event['end'])
  if (end !== null && !('date' in end)) return end
  const byDuration = later(start, readDuration(event['duration']))
  if (byDuration !== null) return byDuration
  const clock = readClock(event['end'])
  if (clock === null || start === null || 'date' in start) return null
  return 'local' in start
    ? { local: `${start.local.slice(0, 10)}T${clock}:00` }
    : { instant: `${start.instant.slice(0, 10)}T${clock}:00${start.instant.slice(19)}` }
}

/** The event's own page, what it links to, what is attached, and the recording. */
export function linksOfEvent(event: Fields, baseUrl: string) {
  return [
    ...pageLink(firstOf(event, 'url', 'conf_url'), baseUrl),
    ...pageLink(event['origin_url'], baseUrl),
    ...linksOf(event['links'], baseUrl),
    ...linksOf(event['attachments'], baseUrl),
    ...pageLink(event['video_download_url'], baseUrl),
  ]
}
