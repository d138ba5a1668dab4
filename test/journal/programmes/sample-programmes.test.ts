import { describe, expect, test } from 'vitest'
import type { Programme } from '../../../electron/shared/programme.ts'
import { dayAt } from '../../../electron/shared/time.ts'
import { hasSampleProgrammes, programmeFrom, readAny, sampleProgramme } from '../../support/read-programmes.ts'
import { codeOf } from '../../support/library.ts'

/*
 * Every session of every JSON file among the samples, compared with the file itself. What is in a file is found here by
 * walking over all its objects, and not by the code that imports it.
 */

type Raw = Readonly<Record<string, unknown>>

/** A session as a file has it. */
interface RawSession {
  title: string
  /** In milliseconds since 1970, or as the local time without a zone. */
  start: number | string
  room: string
  speakers: string[]
}

/** All objects in a value, at any depth. */
function allObjects(value: unknown): Raw[] {
  if (Array.isArray(value)) return value.flatMap(allObjects)
  if (typeof value !== 'object' || value === null) return []
  return [{ ...value }, ...Object.values(value).flatMap(allObjects)]
}

const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '')
const inEnglish = (value: unknown) => text(allObjects(value)[0]?.['en'])
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const unique = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== '')

/** In the first version of the schema, only events have a duration. */
const frabSessions = (json: unknown): RawSession[] =>
  allObjects(json)
    .filter((one) => 'guid' in one && 'duration' in one)
    .map((event) => ({
      title: text(event['title']),
      start: Date.parse(text(event['date'])),
      room: text(event['room']),
      speakers: unique(allObjects(event['persons']).map((person) => text(person['public_name']))),
    }))

const hubSessions = (json: unknown): RawSession[] =>
  allObjects(json)
    .filter((one) => 'participants' in one)
    .map((event) => ({
      title: text(event['title']),
      start: Date.parse(text(event['start'])),
      room: text(allObjects(event['room'])[0]?.['name']),
      speakers: allObjects(event['participants']).map((person) => text(person['name'])),
    }))

/** Each slot is listed under every day of its submission. */
function pretalxSessions(json: unknown): RawSession[] {
  const slots = new Map<unknown, RawSession>()
  for (const submission of allObjects(json).filter((one) => 'slots' in one)) {
    for (const slot of allObjects(submission['slots']).filter((one) => 'start' in one)) {
      slots.set(slot['id'], {
        title: text(submission['title']),
        start: Date.parse(text(slot['start'])),
        room: inEnglish(allObjects(slot['room'])[0]?.['name']),
        speakers: list(submission['speakers']).map((person) => text(allObjects(person)[0]?.['name'])),
      })
    }
  }
  return [...slots.values()]
}

function sessionizeSessions(json: unknown): RawSession[] {
  const objects = allObjects(json)
  const named = (id: unknown) => objects.find((one) => one['id'] === id && ('name' in one || 'fullName' in one))
  return objects
    .filter((one) => 'startsAt' in one)
    .map((session) => ({
      title: text(session['title']),
      start: text(session['startsAt']),
      room: text(named(session['roomId'])?.['name']),
      speakers: list(session['speakers']).map((id) => text(named(id)?.['fullName'])),
    }))
}

/** Posters have neither time nor room: those are of the session in which they are shown. */
function pyconSessions(json: unknown): RawSession[] {
  return allObjects(json)
    .filter((one) => 'start' in one && 'conf_key' in one)
    .flatMap((item) =>
      [item, ...list(item['sessions']).flatMap((poster) => allObjects(poster).slice(0, 1))].map((one) => ({
        title: text(one['name']),
        start: Date.parse(text(item['start'])),
        room: list(item['rooms']).join(', '),
        speakers: unique(list(one['authors']).map(text)),
      })),
    )
}

interface Sample {
  file: string
  read: (json: unknown) => RawSession[]
  sessions: number
  speakers: number
  rooms: number
  /** The conference days, with the number of sessions of each. */
  days: Record<string, number>
  /** The beginnings of some sessions, in local time. */
  instants: Record<string, string>
  zone?: string
}

/** Two days of sprints, and a weekend of talks. */
const pyconFr = (version: string, sprints: number, sunday: number, speakers: number): Sample => ({
  file: `pretalx/pyconfr-2025-versions/${version}.json`,
  read: pretalxSessions,
  sessions: 2 * sprints + 42 + sunday,
  speakers,
  rooms: 13,
  days: {
    '2025-10-30': sprints,
    '2025-10-31': sprints,
    '2025-11-01': 42,
    '2025-11-02': sunday,
  },
  instants: { 'Accueil / Welcome': '2025-11-01T09:00:00+01:00' },
  zone: 'Europe/Paris',
})

const samples: Sample[] = [
  {
    file: 'frab/32c3.json',
    read: frabSessions,
    sessions: 474,
    speakers: 380,
    rooms: 33,
    days: { '2015-12-27': 107, '2015-12-28': 145, '2015-12-29': 167, '2015-12-30': 55 },
    instants: {
      'Opening Event': '2015-12-27T11:00:00+01:00',
    },
  },
  {
    file: 'frab/34c3.json',
    read: frabSessions,
    sessions: 661,
    speakers: 426,
    rooms: 49,
    days: { '2017-12-27': 157, '2017-12-28': 209, '2017-12-29': 200, '2017-12-30': 95 },
    instants: { 'Eröffnung: tuwat': '2017-12-27T11:00:00+01:00' },
  },
  {
    file: 'frab/rc3-2020.json',
    read: frabSessions,
    sessions: 442,
    speakers: 444,
    rooms: 21,
    days: { '2020-12-27': 105, '2020-12-28': 135, '2020-12-29': 133, '2020-12-30': 69 },
    instants: { '#rC3 Eröffnung': '2020-12-27T12:20:00+01:00' },
  },
  {
    file: 'frab/camp2019.json',
    read: frabSessions,
    sessions: 79,
    speakers: 90,
    rooms: 2,
    days: { '2019-08-21': 17, '2019-08-22': 17, '2019-08-23': 19, '2019-08-24': 17, '2019-08-25': 9 },
    instants: { 'Opening Ceremony': '2019-08-21T11:00:00+02:00' },
  },
  {
    file: 'frab/winterchaos-2022-handmade.json',
    read: frabSessions,
    sessions: 1,
    speakers: 1,
    rooms: 1,
    days: { '2022-12-28': 1 },
    instants: { 'Internal Penetration Testing Basics': '2022-12-28T14:00:00+01:00' },
  },
  {
    file: 'frab/38c3-hub-v2.json',
    read: hubSessions,
    sessions: 2,
    speakers: 4,
    rooms: 2,
    days: { '2024-12-27': 2 },
    instants: { 'A Competitive Time-Trial AI for Need for Speed:': '2024-12-28T00:15:00+01:00' },
  },
  {
    file: 'pretalx/rc3-channels-2020.json',
    read: frabSessions,
    sessions: 48,
    speakers: 56,
    rooms: 5,
    days: { '2020-12-27': 12, '2020-12-28': 15, '2020-12-29': 14, '2020-12-30': 7 },
    instants: {
      'Der faule Admin automatisiert: Gluon auf echter Hardware testen': '2020-12-27T11:30:00+01:00',
    },
  },
  pyconFr('v05', 10, 35, 88),
  pyconFr('v06', 10, 35, 88),
  pyconFr('v07', 10, 35, 88),
  pyconFr('v08', 9, 35, 87),
  pyconFr('v09', 9, 34, 86),
  {
    file: 'sessionize/global-azure-austria-2024-all.json',
    read: sessionizeSessions,
    sessions: 15,
    speakers: 16,
    rooms: 4,
    days: { '2024-04-20': 15 },
    instants: { 'Keynote: Pioneering the Future of Java with Intelligent Apps': '2024-04-20T09:00:00+02:00' },
    zone: 'Europe/Vienna',
  },
  {
    file: 'pycon-us/pycon-us-2024.json',
    read: pyconSessions,
    sessions: 236,
    speakers: 189,
    rooms: 23,
    days: { '2024-05-15': 16, '2024-05-16': 35, '2024-05-17': 60, '2024-05-18': 62, '2024-05-19': 63 },
    instants: { 'Posters Session': '2024-05-19T10:00:00-04:00' },
  },
]

const key = ({ title, start, room, speakers }: RawSession) => [title, start, room, ...speakers].join(' | ')

const countByDay = ({ sessions }: Programme) =>
  Object.fromEntries(
    unique(sessions.map(({ day }) => day ?? '')).map((day) => [day, sessions.filter((one) => one.day === day).length]),
  )

describe.skipIf(!hasSampleProgrammes)('programmes of real conferences, if ../shared/samples is there', () => {
  test.each(samples)('$file is imported with every session in it', (sample) => {
    const data = sampleProgramme(sample.file)
    const raw = sample.read(JSON.parse(new TextDecoder().decode(data)))
    const programme = programmeFrom(data, sample.zone ?? 'Europe/Berlin')
    const isLocal = typeof raw[0]?.start === 'string'
    const found = programme.sessions.map(({ title, start, room, speakers }) => ({
      title,
      start: isLocal ? (start ?? '').slice(0, 19) : Date.parse(start ?? ''),
      room,
      speakers: speakers.map(({ name }) => name),
    }))
    expect(found.map(key).toSorted()).toEqual(raw.map(key).toSorted())
    expect({
      sessions: programme.sessions.length,
      ids: new Set(programme.sessions.map(({ id }) => id)).size,
      speakers: unique(raw.flatMap(({ speakers }) => speakers)).length,
      rooms: programme.rooms.length,
      days: countByDay(programme),
    }).toEqual({
      sessions: sample.sessions,
      ids: sample.sessions,
      speakers: sample.speakers,
      rooms: sample.rooms,
      days: sample.days,
    })
    expect(programme.rooms.toSorted()).toEqual(unique(raw.map(({ room }) => room)).toSorted())
    for (const [title, start] of Object.entries(sample.instants)) {
      expect(programme.sessions.find((session) => session.title === title)?.start).toBe(start)
    }
  })

  test('talks after midnight belong to the evening before, under which the organiser lists them', () => {
    const json: unknown = JSON.parse(new TextDecoder().decode(sampleProgramme('frab/32c3.json')))
    const listed = allObjects(json)
      .filter((one) => 'day_start' in one)
      .flatMap((day) =>
        allObjects(day['rooms'])
          .filter((one) => 'guid' in one)
          .map((event) => `${text(event['guid'])} ${text(day['date'])}`),
      )
    const { sessions } = programmeFrom(sampleProgramme('frab/32c3.json'))
    expect(sessions.map(({ source, day }) => `${source} ${day}`).toSorted()).toEqual(listed.toSorted())
    const late = sessions.filter(({ start, day }) => dayAt(start ?? '', 'Europe/Berlin') !== day)
    expect(late).toHaveLength(42)
  })

  test('a JSON file that is not the programme of any known program is refused', () => {
    expect(codeOf(readAny(sampleProgramme('fosdem-2024-generic.json')))).toBe('programme.unknown-format')
  })
})
