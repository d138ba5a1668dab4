import { expect, test } from 'vitest'
import type { Session } from '../../../electron/shared/programme.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { programmeFixture, programmeFrom, readAny } from '../../support/read-programmes.ts'

/** A session in one line: when, where, what and who. */
const line = ({ start, end, room, title, speakers }: Session) =>
  [
    start,
    end?.slice(11, 16) ?? '',
    room,
    title,
    speakers.map(({ name, affiliation }) => (affiliation === '' ? name : `${name} (${affiliation})`)).join(', '),
  ].join(' | ')

const linesOf = (file: string, zone = 'Europe/Berlin') => programmeFrom(programmeFixture(file), zone).sessions.map(line)

test('schedule.xml without dates is read by its days, their change and the times of day', () => {
  expect(linesOf('osem.xml')).toEqual(
    [
      '2026-03-07T10:00:00+01:00 | 11:00 | Main Hall | Opening <3 | Ada Lovelace, Grace Hopper',
      '2026-03-08T01:30:00+01:00 | 02:15 | Main Hall | Late show | ',
      '2026-03-08T12:00:00+01:00 | 12:30 | Garden | Wrong offset | ',
      '2026-03-08T13:00:00+01:00 |  | Garden | Written in UTC | ',
    ]
      .toSpliced(1, 0, '2026-03-07T04:00:00+01:00 |  |  | Early bird | ')
      .toSorted(),
  )
  const programme = programmeFrom(programmeFixture('osem.xml'))
  expect(programme.title).toBe('Night & Day Conf')
  expect(programme.timeZone).toBe('Europe/Vienna')
  expect(programme.sessions.map(({ day }) => day)).toEqual([
    '2026-03-07',
    '2026-03-07',
    '2026-03-07',
    '2026-03-08',
    '2026-03-08',
  ])
  const opening = programme.sessions.find(({ title }) => title.startsWith('Opening'))
  expect(opening?.abstract).toBe('With **tea**\n\n- one & two')
  expect(opening?.links).toEqual([{ label: 'Slides', url: 'https://example.org/slides' }])
})

test("Pentabarf's xCal is read with its own fields", () => {
  const { sessions } = programmeFrom(programmeFixture('pentabarf.xcs'))
  expect(sessions.map(line)).toEqual([
    '2026-03-07T23:30:00+01:00 | 00:15 | Janson | Title & more | Ada Lovelace, Grace Hopper',
    '2026-03-08T10:00:00+01:00 | 10:30 |  | Short | ',
  ])
  expect(sessions[0]).toMatchObject({ subtitle: 'And less', type: 'Lecture', language: 'en' })
  expect(sessions[1]?.isCancelled).toBe(true)
})

test('xCal of RFC 6321 is read with its types and parameters', () => {
  expect(linesOf('rfc6321.xml', 'America/New_York')).toEqual([
    '2026-03-07T09:00:00-05:00 | 10:00 | Room 1 | In new XML | ',
  ])
})

test('a calendar of Outlook is read: its zones, whole days, floating times and repeated events', () => {
  const programme = programmeFrom(programmeFixture('outlook.ics'), 'Europe/Berlin')
  expect(programme.sessions.map(line)).toEqual([
    '2026-01-07T11:00:00+01:00 |  |  | Defined zone in winter | ',
    '2026-07-06T08:00:00+02:00 | 08:30 |  | Breakfast | ',
    '2026-07-06T14:00:00+02:00 |  |  | Never again | ',
    '2026-07-07T09:00:00+02:00 | 10:00 | Hall 1 | Windows zone | ',
    '2026-07-07T11:00:00+02:00 | 12:30 |  | Defined zone in summer | ',
    '2026-07-08T09:00:00+02:00 | 09:30 |  | Late breakfast | ',
    '2026-07-08T14:00:00+02:00 | 15:00 |  | Floating and called off | ',
    '2026-07-09T08:00:00+02:00 | 08:30 |  | Breakfast | ',
    ' |  |  | Whole day | ',
  ])
  expect(programme.sessions.find(({ title }) => title === 'Whole day')?.day).toBe('2026-07-08')
  expect(programme.sessions.filter(({ isCancelled }) => isCancelled).map(({ title }) => title)).toEqual([
    'Floating and called off',
  ])
  expect(valueOf(readAny(programmeFixture('outlook.ics'))).read.remarks).toEqual([
    { key: 'programme.remark-repeats', params: { count: 1 } },
  ])
})

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT']

test('a repeated event knows its changed occurrence by the moment, in whatever zone that is written', () => {
  const text = [
    'BEGIN:VCALENDAR',
    ...event(
      'SUMMARY:Night',
      'DTSTART;TZID=Europe/Berlin:20260414T003000',
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE:20260415T223000Z',
    ),
    ...event('SUMMARY:Later', 'DTSTART;TZID=Europe/Berlin:20260415T020000', 'RECURRENCE-ID:20260414T223000Z'),
    'END:VCALENDAR',
  ].join('\n')
  expect(programmeFrom(text, 'Europe/Berlin').sessions.map(line)).toEqual([
    '2026-04-14T00:30:00+02:00 |  |  | Night | ',
    '2026-04-15T02:00:00+02:00 |  |  | Later | ',
    '2026-04-17T00:30:00+02:00 |  |  | Night | ',
  ])
})

test('a calendar of Indico has its speakers in the description, and the building behind the room', () => {
  const { format, read } = valueOf(readAny(programmeFixture('indico.ics')))
  expect(format).toBe('icalendar')
  expect(read.venue).toBe('Main Building')
  expect(linesOf('indico.ics')).toEqual([
    '2026-07-07T09:00:00+02:00 | 09:30 | Auditorium | Beams - and what they do | Ada Lovelace (Analytical Engines, London), Grace Hopper (Navy)',
    '2026-07-07T10:00:00+02:00 | 10:30 | Room 2 | Magnets | Alan Turing',
  ])
  expect(read.sessions[0]?.abstract).toBe('About beams.')
})

test('a calendar of Sched has speakers in its titles, entities in its texts, and the venue behind the room', () => {
  const programme = programmeFrom(programmeFixture('sched.ics'), 'UTC')
  expect(programme.sessions.map(line)).toEqual([
    '2026-07-07T16:00:00+00:00 | 16:40 | Room A | Kernels & Cafés | Ada Lovelace (Engines, Inc.), Grace Hopper (Navy)',
    '2026-07-07T17:00:00+00:00 | 17:40 | Lobby | Registration - Day 1 | ',
  ])
  expect(programme.sessions[0]).toMatchObject({ track: 'SYSTEMS', abstract: 'Fast kernels.' })
})

test('a calendar of an older pretalx names its zones by abbreviations', () => {
  expect(linesOf('old-pretalx.ics')).toEqual([
    '2026-01-07T18:00:00+01:00 | 18:30 |  | Before - and after | Ada Lovelace, Grace Hopper',
    '2026-07-07T12:00:00+02:00 |  |  | Lunch | ',
  ])
})

test('a calendar is read whose times are written as ISO 8601 elsewhere', () => {
  const times = [
    'DTSTART:2026-04-14T09:00:00Z',
    'DTSTART:2026-04-14T11:00:00+02:00',
    'DTSTART:20260414T110000+0200',
    'DTSTART;TZID=Europe/Berlin:2026-04-14T11:00',
    'DTSTART;TZID="(UTC+01:00) Europe/Berlin":2026-04-14 11:00:00',
    'DTSTART:2026-04-14T11:00:00.000',
    'DTSTART:20260414T1100',
    'DTSTART;VALUE=DATE:2026-04-14',
  ]
  for (const [index, time] of times.entries()) {
    const end = time
      .replace('DTSTART', 'DTEND')
      .replace('T09:00', 'T09:30')
      .replace(/([T ]11:?)00/, (_, hour: string) => `${hour}30`)
    const text = ['BEGIN:VCALENDAR', ...event('SUMMARY:A', time, end), 'END:VCALENDAR'].join('\r\n')
    const [session] = programmeFrom(text, 'Europe/Berlin').sessions
    expect([time, session?.day]).toEqual([time, '2026-04-14'])
    const isTimed = index < times.length - 1
    expect([session?.start, session?.end]).toEqual(
      isTimed ? ['2026-04-14T11:00:00+02:00', '2026-04-14T11:30:00+02:00'] : [null, null],
    )
  }
})

test.each([
  [
    'english.csv',
    [
      '2026-04-14T09:00:00+02:00 | 09:45 | Hall 1 | Kernels, fast | Ada Lovelace, Grace Hopper',
      '2026-04-14T12:00:00+02:00 | 13:00 | Foyer | Lunch | ',
      '2026-04-15T23:30:00+02:00 | 00:15 | Hall 2 | The "best" talk | Alan Turing (Bletchley)',
    ],
  ],
  [
    'german.csv',
    [
      '2026-04-14T09:00:00+02:00 | 09:45 | Saal 1 | Schnelle Kerne | Ada Lovelace',
      '2026-04-14T10:00:00+02:00 | 10:30 | Foyer | Pause | ',
    ],
  ],
  [
    'spreadsheet.tsv',
    [
      '2026-04-14T10:45:00+02:00 |  | A | First | Ada Lovelace',
      '2026-04-14T10:45:00+02:00 |  | B | Second | Grace Hopper',
      '2026-04-15T09:00:00+02:00 |  | A | Third | Alan Turing',
    ],
  ],
  [
    'table.md',
    ['2026-04-14T09:00:00+02:00 | 09:30 |  | A | B | Ada Lovelace', '2026-04-14T10:00:00+02:00 | 10:30 |  | C | '],
  ],
  [
    'lines.txt',
    [
      '2026-04-14T10:45:00+02:00 |  | Hall 1 | Kernels: a love story | Ada Lovelace, Grace Hopper',
      '2026-04-14T11:30:00+02:00 | 12:15 |  | Lunch | ',
      '2026-04-15T09:30:00+02:00 | 10:00 | Hall 2 | Morning talk | Alan Turing',
    ],
  ],
])('a table is read by its header row, or by the times of its lines: %s', (file, lines) => {
  expect(linesOf(file)).toEqual(lines)
})

test.each([
  [
    'XML with a document type',
    '<!DOCTYPE x [<!ENTITY a "b">]><schedule><conference/></schedule>',
    'programme.xml-doctype',
  ],
  ['XML that is cut off', '<schedule><conference><title>x</title>', 'programme.xml-damaged'],
  ['a calendar that is cut off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n', 'programme.calendar-damaged'],
  ['a web page', '<!doctype html><html><body><p>10:00 One</p></body></html>', 'programme.unknown-format'],
  ['a letter', 'Dear all,\nwe meet at 10:45 on Monday.\nBye', 'programme.unknown-format'],
  ['other XML', '<rss><channel/></rss>', 'programme.unknown-format'],
])('%s is refused with a sentence of its own', (_, text, code) => {
  expect(codeOf(readAny(text))).toBe(code)
})
