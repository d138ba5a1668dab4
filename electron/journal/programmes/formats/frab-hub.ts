import { ok } from '../../../shared/result.ts'
import type { Link, Speaker } from '../../../shared/trip.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { later, readDate, readDuration, readTime } from '../read-time.ts'
import { conferenceOf, linksOfEvent, scheduleOf } from './frab.ts'
import { type Fields, firstOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { isCancelled, joinTexts, languageOf, linksOf, peopleOf, personOf } from './session-fields.ts'

/** What the parts of an event refer to, by identity or short name. */
interface Context {
  readonly baseUrl: string
  readonly tracks: ReadonlyMap<string, string>
  readonly rooms: ReadonlyMap<string, string>
  readonly persons: ReadonlyMap<string, Speaker>
  readonly days: readonly { date: string; start: number; end: number }[]
}

/**
 * The second version of the schedule, as the hub of the Chaos Communication Congress writes it: all events in one list,
 * which name rooms, tracks and people by identity.
 */
export const frabHub: ProgrammeFormat = {
  id: 'frab-hub',
  detect: ({ json }) => {
    const { schedule } = scheduleOf(json)
    return Array.isArray(schedule['events']) && isFields(schedule['conference'])
  },
  parse: ({ json }) => {
    const { schedule, conference } = scheduleOf(json)
    const context = {
      baseUrl: firstWords(schedule, 'base_url') || firstWords(conference, 'url'),
      tracks: byKey(conference['tracks'], wordsOf),
      rooms: byKey(conference['rooms'], wordsOf),
      persons: byKey(schedule['persons'], personOf),
      days: daysOf(conference['days']),
    }
    return ok({
      ...conferenceOf(schedule, conference),
      rooms: listOf(conference['rooms']).map(wordsOf),
      tracks: listOf(conference['tracks']).map(wordsOf),
      sessions: objectsOf(schedule['events']).map((event) => sessionOf(event, context)),
      remarks: [],
    })
  },
}

/** Maps each name by which an object can be referred to. */
function byKey<T>(list: unknown, read: (object: Fields) => T): Map<string, T> {
  return new Map(
    objectsOf(list).flatMap((object) =>
      ['slug', 'id', 'code', 'guid'].flatMap((key): [string, T][] => {
        const name = wordsOf(object[key])
        return name === '' ? [] : [[name, read(object)]]
      }),
    ),
  )
}

function daysOf(list: unknown): Context['days'] {
  return objectsOf(list).flatMap((day) => {
    const date = readDate(day['date'])
    const [start, end] = [readTime(firstOf(day, 'start', 'day_start')), readTime(firstOf(day, 'end', 'day_end'))]
    if (date === null || start === null || end === null || !('instant' in start && 'instant' in end)) return []
    return [{ date, start: Date.parse(start.instant), end: Date.parse(end.instant) }]
  })
}

function sessionOf(event: Fields, context: Context): ReadSession {
  const title = firstWords(event, 'title', 'name')
  const start = readTime(firstOf(event, 'start', 'date'))
  const links = objectsOf(event['links'])
  const others = links.filter((link) => kindOf(link) !== 'feedback')
  return {
    source: firstWords(event, 'guid', 'id', 'code', 'slug'),
    title,
    subtitle: firstWords(event, 'subtitle'),
    type: inSentenceCase(firstWords(event, 'type')),
    track: referred(event['track'], context.tracks),
    room: referred(event['room'], context.rooms),
    language: languageOf(event['language']),
    start,
    end: readTime(event['end']) ?? later(start, readDuration(event['duration'])),
    day: start !== null && 'instant' in start ? dayOf(Date.parse(start.instant), context) : null,
    speakers: participantsOf(event, context),
    abstract: joinTexts(firstWords(event, 'abstract'), firstWords(event, 'description')),
    links: [
      ...linksOfEvent({ ...event, links: null, attachments: null }, context.baseUrl),
      ...linksOf(event['links'], context.baseUrl).filter(({ url }) => isAmong(url, others, links)),
      ...objectsOf(event['attachments']).flatMap((attachment): Link[] =>
        linksOf([attachment], context.baseUrl).map(({ label, url }) => ({ label: label || kindOf(attachment), url })),
      ),
    ],
    feedbackUrl:
      firstWords(event, 'feedback_url') || firstWords(links.find((link) => kindOf(link) === 'feedback') ?? {}, 'url'),
    isCancelled: isCancelled(event, title),
  }
}

/** Bare addresses have no kind, and stay. */
function isAmong(url: string, others: readonly Fields[], all: readonly Fields[]): boolean {
  return others.some((link) => wordsOf(link['url']) === url) || !all.some((link) => wordsOf(link['url']) === url)
}

const kindOf = (link: Fields) => wordsOf(link['type']).toLowerCase().replaceAll('_', ' ')

/** The name of a room or track, which an event gives in full, by a key, or in an object with a key. */
function referred(value: unknown, known: ReadonlyMap<string, string>): string {
  if (!isFields(value)) return known.get(wordsOf(value)) ?? wordsOf(value)
  const name = wordsOf(value)
  if (firstWords(value, 'name', 'title') !== '') return name
  const keys = ['guid', 'slug', 'id', 'code'].map((key) => wordsOf(value[key])).filter((key) => key !== '')
  return keys.map((key) => known.get(key)).find((found) => found !== undefined) ?? keys.at(-1) ?? name
}

/** `LIGHTNING_TALK` becomes "Lightning talk". */
function inSentenceCase(type: string): string {
  if (!/^[A-Z][A-Z_]{3,}$/.test(type)) return type
  const words = type.replaceAll('_', ' ').toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** The last of the days in which a moment is: they may overlap by the small hours. */
function dayOf(moment: number, { days }: Context): string | null {
  return days.find(({ start, end }) => moment >= start && moment < end)?.date ?? null
}

function participantsOf(event: Fields, { persons }: Context): Speaker[] {
  const people = firstOf(event, 'participants', 'persons', 'speakers')
  if (typeof people === 'string') return peopleOf(people)
  return listOf(people).flatMap((person) => {
    const key = isFields(person) ? firstWords(person, 'guid', 'id', 'code') : wordsOf(person)
    const known = persons.get(key)
    const [given] = peopleOf([person])
    if (known === undefined) return given ?? []
    return {
      name: (isFields(person) ? given?.name : undefined) || known.name,
      role: given?.role || known.role,
      affiliation: given?.affiliation || known.affiliation,
    }
  })
}
