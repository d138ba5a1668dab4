import { describe, expect, test } from 'vitest'
import type { Programme } from '../../../electron/shared/programme.ts'
import { hasSampleProgrammes, programmeFrom, sampleProgramme } from '../../support/read-programmes.ts'

/*
 * Every session of every sample that is not JSON, compared with what is found in the text with simple patterns, and not
 * by the code that imports it.
 */

/** Facts about a session that are in the text: when it begins, in milliseconds, and where. */
interface RawSession {
  start: number
  room: string
  speakers: string[]
}

const decode = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = '']) => decode(found))

function xmlSessions(text: string, offset: string): RawSession[] {
  let day = ''
  return text.split(/(?=<day |<event )/).flatMap((part) => {
    const [, date] = /^<day [^>]*date=['"]([\d-]+)/.exec(part) ?? []
    if (date !== undefined) day = date
    if (!part.startsWith('<event ')) return []
    const [date1 = ''] = all(part, /<date>([^<]*)/g)
    const [clock = ''] = all(part, /<start>([^<]*)/g)
    // Those after midnight stand under the day before.
    const night = clock < '06:00' ? 24 * 60 * 60 * 1000 : 0
    const printed = Date.parse(`${day}T${clock.slice(0, 5)}:00${offset}`) + night
    const isWrong = date1 === '' || offset === '-04:00'
    return [
      {
        start: isWrong ? printed : Date.parse(date1),
        room: all(part, /<room>([^<]*)/g)[0] ?? '',
        speakers: all(part, /<person [^>]*>([^<]*)/g),
      },
    ]
  })
}

function calendarSessions(raw: string, speakersOf: (event: string) => string[]): RawSession[] {
  const text = raw.replaceAll('\r\n', '\n').replaceAll('\n ', '').replaceAll('\\,', ',')
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => {
      const [, year, month, day, hours, minutes, utc] =
        /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d(Z?)/m.exec(event) ?? []
      return {
        // The only sample with local times is from Berlin in winter.
        start: Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:00${utc || '+01:00'}`),
        room: /^LOCATION:(.*)$/m.exec(event)?.[1]?.trim() ?? '',
        speakers: speakersOf(event),
      }
    })
}

const summary = (event: string) => /^SUMMARY:(.*)$/m.exec(event)?.[1] ?? ''
const behindDash = (event: string) => (summary(event).split(' - ').at(-1) ?? '').split(', ')

interface Sample {
  file: string
  zone: string
  raw: (text: string) => RawSession[]
  days: Record<string, number>
}

const samples: Sample[] = [
  {
    file: 'xml/31c3-frab-schedule.excerpt.xml',
    zone: 'Europe/Berlin',
    raw: (text) => xmlSessions(text, '+01:00'),
    days: { '2014-12-27': 2 },
  },
  {
    file: 'xml/debconf17-wafer-pentabarf.excerpt.xml',
    zone: 'America/Montreal',
    raw: (text) => xmlSessions(text, '-04:00'),
    days: { '2017-08-05': 2 },
  },
  {
    file: 'xml/fosdem-2024-excerpt.xml',
    zone: 'Europe/Brussels',
    raw: (text) => xmlSessions(text, '+01:00'),
    days: { '2024-02-03': 12, '2024-02-04': 12 },
  },
  {
    file: 'xml/32c3-frab-2012-shape-derived.xml',
    zone: 'Europe/Berlin',
    raw: (text) => xmlSessions(text, '+01:00'),
    days: { '2015-12-27': 107, '2015-12-28': 145, '2015-12-29': 167, '2015-12-30': 55 },
  },
  {
    file: 'xml/camp2019-pretalx-shape-derived.xml',
    zone: 'Europe/Berlin',
    raw: (text) => xmlSessions(text, '+02:00'),
    days: { '2019-08-21': 17, '2019-08-22': 17, '2019-08-23': 19, '2019-08-24': 17, '2019-08-25': 9 },
  },
  {
    file: 'ics/fosdem-2024-app-bookmarks.ics',
    zone: 'Europe/Brussels',
    raw: (text) => calendarSessions(text, (event) => all(event, /^ATTENDEE;.*CN="?([^":;]*)/gm)),
    days: { '2024-02-03': 9, '2024-02-04': 10 },
  },
  {
    file: 'ics/pycon-us-2025-ics.py.ics',
    zone: 'America/New_York',
    raw: (text) =>
      calendarSessions(text, (event) =>
        (event.split('\\nSpeakers:\\n')[1] ?? '')
          .split('\nDTEND', 1)
          .join('')
          // Biographies are in elements, and names between them.
          .replaceAll(/<(p|ul|ol|h\d|pre|blockquote)\b.*?<\/\1>/g, '')
          .replace(/Hosted by (.*), and (.*?)\\n/, (_, hosts: string, last: string) =>
            `${hosts}, ${last}`.replaceAll(', ', '\\n'),
          )
          .split('\\n')
          .map((name) => name.trim().replaceAll(/\s+/g, ' '))
          .filter((name) => name !== ''),
      ),
    days: { '2025-05-14': 17, '2025-05-15': 33, '2025-05-16': 59, '2025-05-17': 61, '2025-05-18': 54 },
  },
  {
    file: 'ics/pretalx-2026-synthetic.ics',
    zone: 'Europe/Berlin',
    raw: (text) => calendarSessions(text, behindDash),
    days: { '2020-12-27': 12, '2020-12-28': 8 },
  },
  {
    file: 'ics/sched-synthetic.ics',
    zone: 'Europe/Berlin',
    raw: (text) =>
      calendarSessions(text, (event) => behindDash(event).filter((name) => name !== 'Company')).map((session) => ({
        ...session,
        room: session.room.replace(', Big Hotel', ''),
      })),
    days: { '2020-12-27': 10 },
  },
]

const key = ({ start, room, speakers }: RawSession) =>
  `${new Date(start).toISOString()} | ${room} | ${[...new Set(speakers)].toSorted().join(', ')}`

function imported({ sessions }: Programme): string[] {
  return sessions.map(({ start, room, speakers }) =>
    key({ start: Date.parse(start ?? ''), room, speakers: speakers.map(({ name }) => name) }),
  )
}

describe.skipIf(!hasSampleProgrammes)('every session of a sample is imported', () => {
  test.each(samples)('$file', ({ file, zone, raw, days }) => {
    const bytes = sampleProgramme(file)
    const programme = programmeFrom(bytes, zone)
    const expected = raw(new TextDecoder().decode(bytes))
    expect(expected.length).toBe(Object.values(days).reduce((sum, count) => sum + count, 0))
    expect(imported(programme).toSorted()).toEqual(expected.map(key).toSorted())
    expect(
      Object.fromEntries(
        Object.keys(days).map((day) => [day, programme.sessions.filter((session) => session.day === day).length]),
      ),
    ).toEqual(days)
    expect(new Set(programme.sessions.map(({ id }) => id)).size).toBe(programme.sessions.length)
    expect(programme.sessions.every(({ title }) => title !== '' && !/&\w+;|<\w/.test(title))).toBe(true)
  })
})
