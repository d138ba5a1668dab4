import { MAX_SESSIONS } from '../../../shared/programme.ts'
import { fail } from '../../../shared/result.ts'
import { addDays, isTimeZone } from '../../../shared/time.ts'
import { plainLineOf } from '../markdown-of.ts'
import type { ProgrammeFormat } from '../read-programme.ts'
import { readClock, readDate, readTime } from '../read-time.ts'
import { timesIn } from '../resolve-time.ts'
import { frab } from './frab.ts'
import type { Fields } from './json-fields.ts'
import { attributeOf, childrenOf, childText, doctypeOf, parseXml, rootName, textOf } from './xml.ts'

/** If neither the conference nor its days say when a day begins. */
const DAY_CHANGE = '06:00'

/**
 * The XML of Pentabarf, which frab, pretalx, wafer, OSEM and FOSDEM write too. It says the same as `schedule.json`, and
 * becomes that first.
 */
export const scheduleXml: ProgrammeFormat = {
  id: 'schedule-xml',
  // A document type is refused with a sentence of its own, except on web pages, which are no programmes at all.
  detect: ({ text }) => rootName(text) === 'schedule' || !['', 'html'].includes(doctypeOf(text)),
  parse(input) {
    const count = input.text.split('<event', MAX_SESSIONS + 2).length - 1
    if (count > MAX_SESSIONS) return fail('programme.too-many-sessions', { count, limit: MAX_SESSIONS })
    const parsed = parseXml(input.text)
    if (!parsed.ok) return parsed
    const [schedule] = childrenOf(parsed.value, 'schedule')
    if (schedule === undefined) return fail('programme.unknown-format')
    return frab.parse({ ...input, json: { schedule: scheduleOf(schedule) } })
  },
}

function scheduleOf(schedule: Fields): Fields {
  const conference = childrenOf(schedule, 'conference')[0] ?? {}
  const tracks = [
    ...childrenOf(schedule, 'tracks', 'track'),
    ...childrenOf(conference, 'track'),
    ...childrenOf(conference, 'tracks', 'track'),
  ]
  const days = childrenOf(schedule, 'day')
  const zone = childText(conference, 'time_zone_name', 'timezone')
  const timeZone = isTimeZone(zone) ? zone : null
  const dayChange = readClock(childText(conference, 'day_change').replace(/^24:/, '00:'))
  const events = days.flatMap((day) => childrenOf(day, 'room', 'event'))
  const readDateOf = dateReader(timeZone, events)
  return {
    version: childText(schedule, 'version', 'release'),
    base_url: childText(conference, 'base_url') || childText(schedule, 'base_url'),
    url: childText(schedule, 'url'),
    conference: {
      ...lines(conference, 'title', 'acronym', 'venue', 'city', 'country', 'start', 'end', 'url'),
      time_zone_name: timeZone,
      day_change: dayChange ?? DAY_CHANGE,
      tracks: tracks.map((track) => plainLineOf(attributeOf(track, 'name') || textOf(track))),
      days: days.map((day) => dayOf(day, dayChange, readDateOf)),
    },
  }
}

type DateReader = (event: Fields, day: string | null, dayStart: string) => string

function dayOf(day: Fields, dayChange: string | null, readDateOf: DateReader): Fields {
  const date = readDate(attributeOf(day, 'date')) ?? readDate(attributeOf(day, 'start'))
  const start = readTime(attributeOf(day, 'start'))
  const clock =
    start === null || 'date' in start ? null : ('local' in start ? start.local : start.instant).slice(11, 16)
  const dayStart = dayChange ?? (clock !== null && clock < DAY_CHANGE ? clock : DAY_CHANGE)
  const eventsIn = (parent: Fields, room: string) =>
    childrenOf(parent, 'event').map((event) => eventOf(event, room, readDateOf(event, date, dayStart)))
  return {
    date,
    rooms: [
      ...childrenOf(day, 'room').map((room) => {
        const name = plainLineOf(attributeOf(room, 'name'))
        return { name, events: eventsIn(room, name) }
      }),
      // Some have no rooms.
      { name: '', events: eventsIn(day, '') },
    ],
  }
}

function eventOf(event: Fields, room: string, date: string): Fields {
  return {
    ...lines(
      event,
      'title',
      'subtitle',
      'type',
      'track',
      'language',
      'slug',
      'start',
      'end',
      'duration',
      'status',
      'state',
    ),
    ...lines(event, 'feedback_url', 'video_download_url', 'origin_url'),
    guid: attributeOf(event, 'guid'),
    id: attributeOf(event, 'id'),
    code: attributeOf(event, 'code'),
    date,
    room: plainLineOf(childText(event, 'room')) || room,
    url: childText(event, 'url', 'full_conf_url', 'conf_url'),
    abstract: childText(event, 'abstract'),
    description: childText(event, 'description'),
    persons: [...childrenOf(event, 'persons', 'person'), ...childrenOf(event, 'speakers', 'speaker')].map((person) => ({
      public_name: plainLineOf(
        textOf(person) || childText(person, 'name', 'public_name', 'full_name') || attributeOf(person, 'name'),
      ),
    })),
    links: childrenOf(event, 'links', 'link').map(linkOf),
    attachments: childrenOf(event, 'attachments', 'attachment').map(linkOf),
  }
}

function linkOf(link: Fields): Fields {
  const text = plainLineOf(textOf(link) || attributeOf(link, 'title'))
  return { url: attributeOf(link, 'href') || attributeOf(link, 'url') || text, title: text }
}

function lines(element: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, plainLineOf(childText(element, name))]))
}

/**
 * When events begin. Some generators write local times with the offset of another zone, so the time of day that the
 * organiser prints decides: in the conference's zone if there is one, and without a zone if all offsets are zero, as wafer
 * writes them wherever the conference is.
 */
function dateReader(timeZone: string | null, events: readonly Fields[]): DateReader {
  const written = events.map((event) => childText(event, 'date')).filter((date) => date !== '')
  const isAllZero = written.every((date) => /(?:Z|[+-]00:?00)$/i.test(date))
  const resolve = timeZone === null ? null : timesIn(timeZone)
  return (event, day, dayStart) => {
    const date = childText(event, 'date')
    const clock = readClock(childText(event, 'start'))
    const time = readTime(date)
    if (time === null || 'date' in time) {
      const on = time?.date ?? day
      if (clock === null || on === null) return date || (day ?? '')
      return `${time === null && clock < dayStart ? addDays(on, 1) : on}T${clock}:00`
    }
    if ('local' in time || clock === null) return date
    const local = time.instant.slice(0, 19)
    const isAsPrinted = local.slice(11, 16) === clock
    if (resolve === null) return isAllZero && isAsPrinted ? local : date
    if (resolve(time).clock === clock || !isAsPrinted) return date
    return local
  }
}
