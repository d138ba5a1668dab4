import { describe, expect, it } from 'vitest'
import { programmeFrom } from '../../support/read-programmes.ts'

/** Each session in one line: when, its title, its speakers, its room. */
function linesOf(content: unknown): string[] {
  return programmeFrom(content, 'Europe/Berlin').sessions.map(({ start, end, title, speakers, room, isCancelled }) =>
    [
      `${start?.slice(0, 16) ?? '?'}–${end?.slice(11, 16) ?? '?'}`,
      title,
      speakers.map(({ name, affiliation }) => (affiliation === '' ? name : `${name} (${affiliation})`)).join(' + '),
      room,
      ...(isCancelled ? ['cancelled'] : []),
    ].join(' | '),
  )
}

const calendar = (head: readonly string[], ...events: readonly (readonly string[])[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...head,
    ...events.flatMap((event, index) => ['BEGIN:VEVENT', `UID:${index}`, ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')

describe('calendars', () => {
  it('of Outlook name zones as Windows shows them, with colons and without quotation marks, or by their offset', () => {
    const zones = [
      '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
      '(UTC+01:00) Amsterdam\\, Berlin',
      '"(GMT-05:00) Eastern Time (US & Canada)"',
      '"(UTC) Dublin, Edinburgh, Lisbon, London"',
      'GMT+0200',
      'tzone://Microsoft/Custom',
      'Customized Time Zone',
    ]
    const text = calendar([], ...zones.map((zone) => [`SUMMARY:${zone}`, `DTSTART;TZID=${zone}:20260414T120000`]))
    const starts = new Map(programmeFrom(text, 'Asia/Tokyo').sessions.map(({ title, start }) => [title, start]))
    const at = (zone: string) => Date.parse(starts.get(zone.replaceAll('\\', '')) ?? '')
    expect(zones.map((zone) => new Date(at(zone)).toISOString().slice(11, 16))).toEqual([
      '10:00',
      '10:00',
      '16:00',
      '11:00',
      '10:00',
      '03:00',
      '03:00',
    ])
  })

  it('of Google have speakers in the HTML of the description', () => {
    const text = calendar(
      ['PRODID:-//Google Inc//Google Calendar 70.9054//EN'],
      [
        'DTSTART:20260414T070000Z',
        'SUMMARY:Opening',
        'DESCRIPTION:<html-blob>Speakers: <b>Ada Lovelace</b>\\, Grace Hopper<br>More</html-blob>',
        'ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=bob@example.org:mailto:bob@example.org',
      ],
    )
    expect(linesOf(text)).toEqual(['2026-04-14T09:00–? | Opening | Ada Lovelace + Grace Hopper | '])
    expect(programmeFrom(text).sessions[0]?.abstract).toBe('More')
  })

  it('of Sched have speakers behind the dash of a title only if they are people', () => {
    const text = calendar(
      ['PRODID:-//Snakeconf//Sched.com//EN'],
      ['SUMMARY:Fast - Ada Lovelace\\, Engines', 'DTSTART:20260414T070000Z', 'URL:https://example.org/event/1'],
      [
        'SUMMARY:Slow - Ada Lovelace',
        'DTSTART:20260414T080000Z',
        'DESCRIPTION:Speakers: Ada Lovelace\\nText',
        'URL:https://example.org/event/2',
      ],
      ['SUMMARY:Lunch - Vegan\\, Vegetarian & Meat', 'DTSTART:20260414T100000Z', 'URL:https://example.org/event/3'],
    )
    expect(linesOf(text)).toEqual([
      '2026-04-14T09:00–? | Fast | Ada Lovelace (Engines) | ',
      '2026-04-14T10:00–? | Slow | Ada Lovelace | ',
      '2026-04-14T12:00–? | Lunch - Vegan, Vegetarian & Meat |  | ',
    ])
  })

  it('of Indico end their description with the page of the contribution', () => {
    const text = calendar(
      ['PRODID:-//CERN//INDICO//EN'],
      [
        'SUMMARY:Beams',
        'DTSTART;VALUE=DATE-TIME:20260414T070000Z',
        'DESCRIPTION:Speaker: Ada Lovelace (CERN)\\n<p>About beams.</p>\\nhttps://indico.example.org/event/1/contributions/2/',
      ],
    )
    expect(programmeFrom(text).sessions[0]).toMatchObject({
      speakers: [{ name: 'Ada Lovelace', role: '', affiliation: 'CERN' }],
      abstract: 'About beams.',
      links: [{ label: '', url: 'https://indico.example.org/event/1/contributions/2/' }],
    })
  })
})

describe('Sessionize', () => {
  const session = {
    id: 7,
    title: 'Clouds',
    description: null,
    startsAt: '2026-04-14T09:00:00',
    endsAt: null,
    isServiceSession: false,
    speakers: [{ id: 'a', name: 'Ada Lovelace' }],
    room: 'Hall',
  }

  it.each([
    ['the sessions alone', { sessions: [session] }],
    ['a bare list of sessions', [session]],
    [
      'neither rooms nor categories',
      {
        sessions: [{ ...session, speakers: ['a'] }],
        speakers: [{ id: 'a', fullName: null, firstName: 'Ada', lastName: 'Lovelace' }],
        rooms: null,
      },
    ],
    [
      'numbers where texts should be, and nothing where lists should be',
      {
        sessions: [{ ...session, room: undefined, roomId: '12', categoryItems: null, questionAnswers: null }],
        speakers: [],
        rooms: [{ id: 12, name: 'Hall', sort: null }],
        categories: null,
        questions: null,
      },
    ],
  ])('may have %s', (_, content) => {
    expect(linesOf(content)).toEqual(['2026-04-14T09:00–? | Clouds | Ada Lovelace | Hall'])
  })

  it('may have a session without a time in its grid, on a day', () => {
    const rooms = [{ id: 1, name: 'Hall', sessions: [{ ...session, startsAt: null }], hasOnlyPlenumSessions: false }]
    expect(programmeFrom([{ date: '2026-04-14T00:00:00', rooms, timeSlots: [] }]).sessions[0]).toMatchObject({
      day: '2026-04-14',
      start: null,
    })
  })
})

describe('EuroPython', () => {
  const session = {
    code: 'ABC123',
    title: 'Async <em>for</em> snakes',
    speakers: ['SPK001'],
    session_type: 'Talk',
    track: null,
    abstract: null,
    duration: '45',
    resources: null,
    room: 'South Hall',
    start: '2026-07-15 10:30:00+02:00',
    end: null,
  }
  const speaker = { code: 'SPK001', name: 'Ada Lovelace', affiliation: null, submissions: ['ABC123'] }

  it.each([
    ['lists of sessions and speakers', { sessions: [session], speakers: [speaker] }],
    ['speakers in the session', { ABC123: { ...session, speakers: [speaker, null] } }],
    ['a list of sessions alone', [{ ...session, speakers: [speaker] }]],
  ])('may have %s', (_, content) => {
    expect(linesOf(content)).toEqual(['2026-07-15T10:30–11:15 | Async for snakes | Ada Lovelace | South Hall'])
  })
})

describe('PyCon US', () => {
  const talk = {
    room: 'Hall',
    start: '2026-05-15T09:00:00-04:00',
    end: null,
    duration: '30',
    kind: 'talk',
    conf_key: '12',
    name: 'Snakes &amp; ladders',
    description: null,
    speakers: null,
    authors: ['Ada Lovelace', null],
    cancelled: null,
  }

  it.each([
    ['a number as a text and nobody as its speakers', talk],
    [
      'no key',
      {
        ...talk,
        conf_key: undefined,
        title: talk.name,
        name: undefined,
        speakers: [{ name: 'Ada Lovelace' }, { name: null }],
      },
    ],
    ['seconds since 1970 as a text', { ...talk, start: '1778850000' }],
    ['American times', { ...talk, start: '05/15/2026 3:00 PM', end: '05/15/2026 3:30 PM' }],
    ['spoken times', { ...talk, start: 'May 15, 2026 at 3:00 p.m.', end: 'Friday, May 15, 2026, 15:30' }],
    ['times of mails', { ...talk, start: 'Fri, 15 May 2026 09:00:00 -0400' }],
    ['compact times', { ...talk, start: '20260515T130000Z' }],
  ])('may have %s', (_, item) => {
    const session = '2026-05-15T15:00–15:30 | Snakes & ladders | Ada Lovelace | Hall'
    expect(linesOf({ conference: null, schedule: [item] })).toEqual([session])
    expect(linesOf({ schedule: { first: { ...item, cancelled: 'true' } } })).toEqual([`${session} | cancelled`])
  })
})
