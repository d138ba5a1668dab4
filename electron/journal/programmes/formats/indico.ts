import { fail, ok } from '../../../shared/result.ts'
import { dayAt, isTimeZone } from '../../../shared/time.ts'
import type { Link, Speaker } from '../../../shared/trip.ts'
import { instantAt } from '../../../shared/zone-time.ts'
import type { ProgrammeFormat, ReadProgramme, ReadSession, ReadTime } from '../read-programme.ts'
import { later, readDuration, readTime } from '../read-time.ts'
import { emptyProgramme } from './empty-programme.ts'
import { type Fields, fieldsOf, firstOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { absolute, isCancelled, joinTexts, languageOf, pageLink } from './session-fields.ts'

/**
 * Exports of Indico's HTTP API: the timetable (`/export/timetable/1.json`), or an event with its contributions or
 * sessions (`/export/event/1.json?detail=contributions`). Blocks of contributions are tracks; only a block without any is
 * a session itself.
 */
export const indico: ProgrammeFormat = {
  id: 'indico',
  detect: ({ json }) => eventsIn(json).length > 0 || daysIn(json).length > 0,
  parse: ({ json }) => {
    const url = wordsOf(fieldsOf(json)['url'])
    const [events, days] = [eventsIn(json), daysIn(json)]
    const sessions = [...events.flatMap((event) => ofEvent(event, url)), ...days.flatMap((day) => ofDay(day, url))]
    const hasList = events.some((event) => 'contributions' in event || 'sessions' in event)
    if (sessions.length === 0 && days.length === 0 && !hasList) return fail('programme.only-event')
    return ok({ ...emptyProgramme, ...detailsOf(events, days), rooms: sessions.map(({ room }) => room), sessions })
  },
}

const isEvent = (one: Fields) =>
  isFields(one['startDate']) && (one['_type'] === 'Conference' || Array.isArray(one['contributions']))

function eventsIn(json: unknown): Fields[] {
  const results = isFields(json) && 'results' in json ? json['results'] : json
  return (isFields(results) && isEvent(results) ? [results] : objectsOf(results)).filter(isEvent)
}

interface Day {
  readonly date: string
  readonly entries: readonly Fields[]
}

/** The days of a timetable, which are named like `20130429`, in each of its events. */
function daysIn(json: unknown): Day[] {
  const { results } = fieldsOf(json)
  const timetables = isFields(results) ? [results, ...objectsOf(results)] : []
  return timetables.flatMap((timetable) =>
    Object.entries(timetable).flatMap(([key, entries]): Day[] => {
      const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(key) ?? []
      const found = objectsOf(entries).filter((entry) => 'entryType' in entry || isFields(entry['startDate']))
      return year === undefined || found.length === 0 ? [] : [{ date: `${year}-${month}-${day}`, entries: found }]
    }),
  )
}

function detailsOf(events: readonly Fields[], days: readonly Day[]): Partial<ReadProgramme> {
  const [event = {}] = events
  const entries = days.flatMap((day) => day.entries)
  const zones = [event['timezone'], ...[event, ...entries].map((one) => fieldsOf(one['startDate'])['tz'])].map(wordsOf)
  const places = new Set(entries.map((entry) => wordsOf(entry['location'])).filter((place) => place !== ''))
  const [place = ''] = places
  const timeZone = zones.find((zone) => zone !== '' && zone !== 'UTC' && isTimeZone(zone)) ?? null
  const dayOf = (value: unknown) => {
    const time = timeOf(value)
    if (time === null || 'date' in time) return time?.date ?? null
    return 'local' in time ? time.local.slice(0, 10) : dayAt(time.instant, timeZone ?? 'UTC')
  }
  return {
    title: wordsOf(event['title']),
    venue: firstWords(event, 'location') || (places.size === 1 ? place : ''),
    url: wordsOf(event['url']),
    timeZone,
    firstDay: dayOf(event['startDate']),
    lastDay: dayOf(event['endDate']),
  }
}

function ofEvent(event: Fields, url: string): ReadSession[] {
  const sessions = objectsOf(event['sessions'])
  const contributions = objectsOf(event['contributions'])
  // A lecture has no contributions: it is one.
  if (sessions.length + contributions.length === 0 && /^(?:simple_event|lecture)$/.test(wordsOf(event['type']))) {
    return [sessionOf({ ...event, type: null, speakers: event['chairs'] }, {}, null, url)]
  }
  return [
    ...contributions.map((contribution) => sessionOf(contribution, {}, null, url)),
    ...sessions.flatMap((session) => ofBlock(session, objectsOf(session['contributions']), null, url)),
  ]
}

function ofDay({ date, entries }: Day, url: string): ReadSession[] {
  return entries.flatMap((entry) => ofBlock(entry, objectsOf(entry['entries']), date, url))
}

function ofBlock(block: Fields, parts: readonly Fields[], day: string | null, url: string): ReadSession[] {
  if (parts.length === 0) return [sessionOf(block, {}, day, url)]
  return parts.map((part) => sessionOf(part, block, day, url))
}

/** @param block the session that a contribution is in, which has what the contribution does not have itself */
function sessionOf(entry: Fields, block: Fields, day: string | null, url: string): ReadSession {
  const title = wordsOf(entry['title'])
  const slot = firstWords(entry, 'slotTitle')
  const start = timeOf(entry['startDate'])
  const speakers = ['presenters', 'speakers', 'primaryauthors', 'conveners', 'sessionConveners']
    .map((name) => peopleOf(entry[name]))
    .find((people) => people.length > 0)
  return {
    source: sourceOf(entry) || title,
    title,
    subtitle: slot === title ? '' : slot,
    type: typeOf(entry) || typeOf(block),
    track: firstWords(entry, 'track') || firstWords(entry, 'session', 'sessionTitle') || wordsOf(block['title']),
    room: roomOf(entry) || roomOf(block),
    language: languageOf(entry['language']),
    start,
    end: timeOf(entry['endDate']) ?? later(start, readDuration(entry['duration'])),
    day,
    speakers: speakers ?? [],
    abstract: joinTexts(wordsOf(entry['description']), partsOf(entry['subContributions'])),
    links: [...pageLink(entry['url'], url), ...materialOf(entry, url)],
    feedbackUrl: '',
    isCancelled: isCancelled(entry, title),
  }
}

const roomOf = (one: Fields) => firstWords(one, 'roomFullname', 'room')

/** A contribution has the same number in the timetable and in the list of contributions. */
function sourceOf(entry: Fields): string {
  const contribution = firstWords(entry, 'contributionId', 'db_id')
  if (contribution !== '') return `contribution-${contribution}`
  const id = firstWords(entry, 'id', 'uniqueId')
  return id !== '' && entry['_type'] === 'Contribution' ? `contribution-${id}` : id
}

function typeOf(entry: Fields): string {
  if (entry['isPoster'] === true) return 'Poster'
  return entry['entryType'] === 'Break' ? 'Break' : firstWords(entry, 'type')
}

/** A date, a time of day and a zone, in fields of their own. */
function timeOf(value: unknown): ReadTime | null {
  if (!isFields(value)) return readTime(value)
  const time = readTime(`${wordsOf(value['date'])} ${wordsOf(value['time'])}`.trim())
  const zone = wordsOf(value['tz'])
  if (time === null || !('local' in time) || !isTimeZone(zone)) return time
  const [date = '', clock = ''] = time.local.split('T')
  return { instant: instantAt(date, clock, zone) }
}

function peopleOf(value: unknown): Speaker[] {
  return objectsOf(value).flatMap((person) => {
    const name =
      `${firstWords(person, 'first_name', 'firstName')} ${firstWords(person, 'last_name', 'familyName')}`.trim() ||
      inOrder(firstWords(person, 'fullName', 'name'))
    return name === '' ? [] : [{ name, role: '', affiliation: firstWords(person, 'affiliation') }]
  })
}

/** "Dr. Lovelace, Ada" is Ada Lovelace. */
function inOrder(name: string): string {
  const plain = name.replace(/^(?:(?:prof|dr|mr|mrs|ms|miss)\.?\s+)+/i, '')
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(plain) ?? []
  return last === undefined ? plain : `${first} ${last}`.trim()
}

/** Talks within a contribution have no times of their own. */
function partsOf(value: unknown): string {
  return objectsOf(value)
    .map((part) => {
      const names = peopleOf(part['speakers']).map(({ name }) => name)
      return `- ${wordsOf(part['title'])}${names.length === 0 ? '' : ` (${names.join(', ')})`}`
    })
    .join('\n')
}

function materialOf(entry: Fields, baseUrl: string): Link[] {
  const attachments = fieldsOf(entry['attachments'])
  const folders = [...objectsOf(attachments['folders']), ...objectsOf(entry['folders'])]
  const files = [
    ...objectsOf(attachments['files']),
    ...folders.flatMap((folder) => objectsOf(folder['attachments'])),
    ...objectsOf(entry['material']).flatMap((one) => listOf(one['resources']).filter(isFields)),
  ]
  return files.map((file) => ({
    label: firstWords(file, 'title', 'name'),
    url: absolute(wordsOf(firstOf(file, 'link_url', 'download_url', 'url')), baseUrl),
  }))
}
