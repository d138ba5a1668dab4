import { describe, expect, it } from 'vitest'
import { detailsOf } from '../../../electron/journal/programmes/details-of.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import {
  namesOf,
  oneSession,
  programmeFixture,
  programmeFrom,
  readAny,
  remarksOf,
  titled,
} from '../../support/read-programmes.ts'

const nineOClock = (id: string, room: string) => ({ id, title: `Talk ${id}`, room, startsAt: '2026-05-09T09:00:00' })
const times = (hour: number) => ({
  start: `2026-06-04T0${hour}:00:00+02:00`,
  end: `2026-06-04T0${hour}:45:00+02:00`,
})

describe('answers of pretalx’s API', () => {
  const { sessions } = programmeFrom(programmeFixture('pretalx-submissions.json'))

  it('each slot of a submission is a session, and rejected proposals are not imported', () => {
    expect(sessions.map(({ title, start }) => `${title} ${start}`)).toEqual([
      'The state of state 2026-06-12T10:00:00+02:00',
      'A late show 2026-06-13T01:30:00+02:00',
      'Sprint: documentation 2026-06-13T10:00:00+02:00',
      'Sprint: documentation 2026-06-14T10:00:00+02:00',
      'Withdrawn with regret null',
    ])
    expect(titled(sessions, 'Withdrawn with regret').isCancelled).toBe(true)
  })

  it('a submission’s names are taken in English, and what the slot does not say from the submission', () => {
    expect(titled(sessions, 'The state of state')).toMatchObject({
      source: 'AAAAAA',
      type: 'Talk',
      track: 'Kern',
      room: 'Great Hall',
      abstract: 'Short. And then long.',
      links: [{ label: 'notebook', url: 'https://example.org/notebook' }],
    })
    expect(titled(sessions, 'Sprint: documentation')).toMatchObject({
      end: '2026-06-13T12:00:00+02:00',
      language: 'de',
      type: 'Sprint',
    })
  })

  it('a talk in the small hours belongs to the evening before', () => {
    expect(titled(sessions, 'A late show')).toMatchObject({ day: '2026-06-12', room: 'Great Hall' })
  })

  it('one page of several, and speakers without names, are remarked on', () => {
    expect(remarksOf(programmeFixture('pretalx-slots.json'))).toEqual([
      'The file has only 3 of 40 sessions: it is one page of several.',
      '2 speakers have no name in this file, only a code.',
    ])
    expect(programmeFrom(programmeFixture('pretalx-slots.json')).sessions.map(({ title }) => title)).toEqual([
      'AAAAAA',
      'Coffee',
      'Expanded',
    ])
  })

  it('a list of submissions, and a schedule with its slots, are read as well', () => {
    const submission = { code: 'AAAAAA', title: 'A', speakers: [], submission_type: 'Talk', slots: [] }
    const slot = { id: 1, start: '2026-06-12T10:00:00Z', end: null, room: { name: { en: 'Hall' } }, submission }
    expect(programmeFrom([submission]).sessions.map(({ title }) => title)).toEqual(['A'])
    expect(oneSession({ id: 3, version: 'v3', published: '2026-01-01T00:00:00Z', slots: [slot] })).toMatchObject({
      title: 'A',
      room: 'Hall',
      start: '2026-06-12T12:00:00+02:00',
    })
  })
})

describe('Sessionize', () => {
  it('the view “All” has speakers, categories, rooms and answers by identity', () => {
    const { sessions, rooms, tracks } = programmeFrom(programmeFixture('sessionize-all.json'))
    expect({ rooms, tracks }).toEqual({ rooms: ['Foyer', 'Aula'], tracks: ['Weather'] })
    expect(titled(sessions, 'Clouds in a jar')).toMatchObject({
      source: '1001',
      type: 'Talk (45 min)',
      track: 'Weather',
      language: 'English',
      room: 'Aula',
      start: '2026-06-12T09:00:00+02:00',
      end: '2026-06-12T09:45:00+02:00',
      abstract: 'First line.\nSecond line.',
      speakers: [
        { name: 'Ada Example', role: 'Cloud gardener', affiliation: '' },
        { name: 'Grace Sample', role: '', affiliation: '' },
      ],
      links: [
        { label: '', url: 'https://example.org/live' },
        { label: 'Slides', url: 'https://example.org/slides' },
      ],
    })
    expect(titled(sessions, 'Lunch').start).toBe('2026-06-12T14:00:00+02:00')
    expect(titled(sessions, 'Not scheduled yet')).toMatchObject({ start: null, day: null, room: '' })
  })

  it('in the view “Sessions”, a session in two groups is one session', () => {
    const { sessions } = programmeFrom(programmeFixture('sessionize-sessions.json'))
    expect(sessions.map(({ title, track }) => `${title} ${track}`)).toEqual(['Clouds in a jar Weather', 'Rain '])
  })

  it('in the view “GridSmart”, a plenary session is one session in all of its rooms', () => {
    const { sessions } = programmeFrom(programmeFixture('sessionize-grid-smart.json'))
    expect(sessions.map(({ title, room }) => `${title}: ${room}`)).toEqual([
      'Opening: Foyer, Aula',
      'Clouds in a jar: Aula',
    ])
  })

  it('in the view “GridSmart”, the sessions of a room may be listed by time only', () => {
    const days = [
      {
        rooms: [
          { id: 1, name: 'A', sessions: [nineOClock('1', 'A')], hasOnlyPlenumSessions: false },
          { id: 2, name: 'B' },
        ],
        timeSlots: [
          {
            rooms: [
              { name: 'A', session: nineOClock('1', 'A') },
              { name: 'B', session: nineOClock('2', 'B') },
            ],
          },
        ],
      },
    ]
    expect(programmeFrom(days).sessions.map(({ title, room }) => `${title}: ${room}`)).toEqual([
      'Talk 1: A',
      'Talk 2: B',
    ])
  })

  it('the file from which pretalx shows a schedule is read, with its breaks', () => {
    const programme = programmeFrom({
      talks: [
        {
          code: 'ABCDEF',
          id: 1,
          title: 'Tides',
          speakers: ['SPKONE'],
          track: 3,
          room: 2,
          state: 'confirmed',
          ...times(8),
        },
        { id: 2, title: { en: 'Break', de: 'Pause' }, room: 2, ...times(9) },
      ],
      timezone: 'Europe/Athens',
      event_start: '2026-06-04',
      tracks: [{ id: 3, name: { en: 'Oceans' } }],
      rooms: [{ id: 2, name: { en: 'Hall' } }],
      speakers: [{ code: 'SPKONE', name: 'Ada Lovelace' }],
    })
    expect(programme.timeZone).toBe('Europe/Athens')
    expect(
      programme.sessions.map(({ title, track, room, start, speakers }) => [title, track, room, start, speakers.length]),
    ).toEqual([
      ['Tides', 'Oceans', 'Hall', '2026-06-04T09:00:00+03:00', 1],
      ['Break', '', 'Hall', '2026-06-04T10:00:00+03:00', 0],
    ])
  })

  it('the view “Speakers” is refused, and the answer says which one has the sessions', () => {
    const refused = readAny(programmeFixture('sessionize-speakers.json'))
    expect(codeOf(refused)).toBe('programme.only-speakers')
    expect(refused.ok ? '' : render(refused.error)).toContain('“All”')
  })

  it('the zone is asked, and the guess is that of this computer', () => {
    const { read } = valueOf(readAny(programmeFixture('sessionize-all.json')))
    expect(detailsOf(read, 'Europe/Vienna')).toMatchObject({
      details: { timeZone: null },
      guessedTimeZone: 'Europe/Vienna',
    })
  })
})

describe('PyCon US', () => {
  const { sessions, rooms, url } = programmeFrom(programmeFixture('pycon-us.json'))

  it('posters are sessions at the time and place of the session in which they are shown', () => {
    expect(sessions.map(({ title }) => title)).toEqual(['Breakfast', 'How snakes sleep', 'Posters', 'Scales', 'Venom'])
    expect(titled(sessions, 'Scales')).toMatchObject({
      room: 'Expo',
      type: 'poster',
      start: '2026-05-15T10:00:00-05:00',
      end: '2026-05-15T13:00:00-05:00',
      speakers: [{ name: 'Grace Sample', role: '', affiliation: '' }],
      abstract: 'A poster.',
    })
  })

  it('a session in two rooms names both', () => {
    expect(titled(sessions, 'How snakes sleep')).toMatchObject({
      room: 'Hall, Annex',
      isCancelled: true,
      abstract: 'They **do**.',
    })
    expect(rooms).toEqual(['Hall', 'Hall, Annex', 'Expo'])
    expect(titled(sessions, 'Breakfast').abstract).toBe('')
  })

  it('the place and the zone are found in the words about the conference', () => {
    const { read } = valueOf(readAny(programmeFixture('pycon-us.json')))
    expect(url).toBe('https://example.org/2026/')
    expect(detailsOf(read, 'Asia/Tokyo').details).toEqual({
      title: 'Snakecon 2026',
      venue: 'Reptile Center',
      city: 'Springfield',
      country: 'United States',
      firstDay: '2026-05-15',
      lastDay: '2026-05-15',
      timeZone: 'America/Chicago',
    })
  })

  it('the list that Symposion publishes is read as well', () => {
    const listed = programmeFrom(programmeFixture('symposion.json')).sessions
    expect(listed[0]).toMatchObject({ title: 'Naive times', room: 'Hall, Annex', start: '2026-05-15T09:00:00+02:00' })
    expect(namesOf(titled(listed, 'Naive times'))).toEqual(['Ada Example', 'Grace Sample'])
    expect(titled(listed, 'Lunch').end).toBe('2026-05-15T13:00:00+02:00')
  })
})

describe('names that are written as HTML', () => {
  it.each([
    ['What &amp; why', 'What & why'],
    ['<b>Bold</b> &#8211; claims', 'Bold – claims'],
    ['Two<br>lines', 'Two lines'],
    ['<p>Wrapped</p>', 'Wrapped'],
    ['Is <blink> back?', 'Is <blink> back?'],
    ['The <b> tag', 'The <b> tag'],
    ['AT&T, R&D and vector<int>', 'AT&T, R&D and vector<int>'],
  ])('%s', (written, title) => {
    const [session] = programmeFrom([
      { conf_key: 1, name: written, speakers: [{ name: written }], rooms: [written] },
    ]).sessions
    expect([session?.title, session?.room, ...(session?.speakers ?? []).map(({ name }) => name)]).toEqual([
      title,
      title,
      title,
    ])
  })
})

describe('EuroPython and Hoverboard', () => {
  it('sessions and speakers together have names and affiliations', () => {
    const { sessions } = programmeFrom(programmeFixture('europython.json'))
    expect(titled(sessions, 'Async for snakes')).toMatchObject({
      speakers: [{ name: 'Ada Example', role: '', affiliation: 'Example Ltd' }],
      type: 'Talk',
      room: 'South Hall',
      links: [
        { label: '', url: 'https://example.org/session/async' },
        { label: 'code', url: 'https://example.org/code' },
      ],
    })
    expect(titled(sessions, 'Not placed yet')).toMatchObject({ start: null, abstract: 'Coming soon' })
    expect(remarksOf(programmeFixture('europython.json'))).toEqual(['1 speaker has no name in this file, only a code.'])
  })

  it('sessions alone are read, and speakers alone are refused', () => {
    const { sessions, speakers } = JSON.parse(programmeFixture('europython.json')) as Record<string, unknown>
    expect(programmeFrom(sessions).sessions).toHaveLength(2)
    expect(codeOf(readAny(speakers))).toBe('programme.only-speakers')
  })

  it('the schedule has breaks in all of their rooms', () => {
    const { sessions } = programmeFrom(programmeFixture('europython-schedule.json'))
    expect(sessions.map(({ title, room, type, end }) => [title, room, type, end])).toEqual([
      ['Async for snakes', 'South Hall', 'Talk', '2026-07-15T10:30:00+02:00'],
      ['Coffee', 'South Hall, North Hall', 'break', '2026-07-15T11:00:00+02:00'],
    ])
  })

  it('the sessions of Hoverboard are at the times of their slots, in the columns of their tracks', () => {
    const { sessions } = programmeFrom(programmeFixture('hoverboard.json'))
    expect(sessions.map(({ title, room, start }) => `${title}: ${room}, ${start}`)).toEqual([
      'Registration: Main stage, 2026-09-09T09:00:00+02:00',
      'Hovering: Main stage, 2026-09-09T10:00:00+02:00',
      'Landing: Side stage, 2026-09-09T10:00:00+02:00',
    ])
    expect(titled(sessions, 'Hovering').speakers).toEqual([
      { name: 'Ada Example', role: '', affiliation: 'Example Ltd' },
    ])
  })
})
