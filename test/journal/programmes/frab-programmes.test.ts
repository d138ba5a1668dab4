import { describe, expect, it } from 'vitest'
import { byHand, namesOf, oneSession, programmeFixture, programmeFrom, titled } from '../../support/read-programmes.ts'

describe('schedule.json of frab and pretalx', () => {
  const programme = programmeFrom(programmeFixture('frab.json'))
  const { sessions } = programme

  it('the conference has its title, address, version and zone', () => {
    expect(programme).toMatchObject({
      format: 'frab',
      title: 'Snakefest 2026',
      url: 'https://example.org/2026/schedule/',
      version: '1.2 - Fresh paint',
      timeZone: 'Europe/Zurich',
      rooms: ['Great Hall', 'Library'],
      tracks: ['Community', 'Core'],
    })
  })

  it('a session has everything that its event says, with texts tidied', () => {
    expect(titled(sessions, 'Packaging, again')).toMatchObject({
      source: '2c5a4a30-0000-4000-8000-000000000011',
      subtitle: 'This time with feeling',
      type: 'lecture',
      track: 'Core',
      room: 'Library',
      language: 'en',
      start: '2026-06-12T10:15:00+02:00',
      end: '2026-06-12T11:45:00+02:00',
      day: '2026-06-12',
      speakers: [
        { name: 'Ada Example', role: '', affiliation: '' },
        { name: 'Grace Sample', role: '', affiliation: 'Sample Works' },
      ],
      abstract: 'What is new.\n\nWhat *was* old.',
      links: [
        { label: '', url: 'https://example.org/2026/schedule/11/' },
        { label: '', url: 'https://example.org/code' },
        { label: 'slides', url: 'https://example.org/slides.pdf' },
        { label: 'handout', url: 'https://example.org/files/handout.pdf' },
      ],
      feedbackUrl: 'https://example.org/2026/schedule/11/feedback',
    })
  })

  it('a talk after midnight is on the day that lists it', () => {
    expect(titled(sessions, 'Night of the living loops')).toMatchObject({
      day: '2026-06-12',
      start: '2026-06-13T01:00:00+02:00',
      speakers: [],
    })
  })

  it('a workshop that is given twice under one identity is two sessions', () => {
    const workshops = sessions.filter(({ title }) => title === 'Soldering for beginners')
    expect(workshops.map(({ start }) => start)).toEqual(['2026-06-13T10:00:00+02:00', '2026-06-13T14:00:00+02:00'])
    expect(new Set(workshops.map(({ id }) => id)).size).toBe(2)
    expect(workshops.map(({ source }) => source)).toEqual([
      '2c5a4a30-0000-4000-8000-000000000013 2026-06-13T08:00:00.000Z',
      '2c5a4a30-0000-4000-8000-000000000013 2026-06-13T12:00:00.000Z',
    ])
  })

  it('another computer gives every session the same id', () => {
    expect(programmeFrom(programmeFixture('frab.json'), 'America/Lima').sessions.map(({ id }) => id)).toEqual(
      sessions.map(({ id }) => id),
    )
  })
})

describe('schedules written by hand', () => {
  it.each([
    ['an offset', { date: '2026-06-12T10:00:00-04:00' }, '2026-06-12T16:00:00+02:00'],
    ['an offset without a colon', { date: '2026-06-12T10:00:00+0200' }, '2026-06-12T10:00:00+02:00'],
    ['UTC', { date: '2026-06-12T08:00:00Z' }, '2026-06-12T10:00:00+02:00'],
    ['no offset', { date: '2026-06-12T10:00:00' }, '2026-06-12T10:00:00+02:00'],
    ['a space and no seconds', { date: '2026-06-12 10:00' }, '2026-06-12T10:00:00+02:00'],
    ['a date and a time of day', { date: '2026-06-12', start: '10:00' }, '2026-06-12T10:00:00+02:00'],
    ['a time of day alone', { start: '10:00' }, '2026-06-12T10:00:00+02:00'],
    ['a time of day after midnight', { start: '00:30' }, '2026-06-13T00:30:00+02:00'],
    ['seconds since 1970', { date: 1_781_251_200 }, '2026-06-12T10:00:00+02:00'],
  ])('a start with %s is understood', (_, fields, start) => {
    expect(oneSession(byHand({ id: 1, title: 'A talk', ...fields })).start).toBe(start)
  })

  it.each([
    ['1:30', '2026-06-12T11:30:00+02:00'],
    ['01:30:00', '2026-06-12T11:30:00+02:00'],
    [90, '2026-06-12T11:30:00+02:00'],
    ['90', '2026-06-12T11:30:00+02:00'],
    ['90 min', '2026-06-12T11:30:00+02:00'],
    ['PT1H30M', '2026-06-12T11:30:00+02:00'],
    ['26:00', '2026-06-13T12:00:00+02:00'],
    [null, null],
    ['soon', null],
  ])('a duration of %j is understood', (duration, end) => {
    expect(oneSession(byHand({ id: 1, title: 'A talk', date: '2026-06-12T10:00:00+02:00', duration })).end).toBe(end)
  })

  it.each([
    [
      'objects',
      [{ public_name: 'Ada' }, { name: 'Grace' }, { first_name: 'Linus', last_name: 'Pattern' }],
      ['Ada', 'Grace', 'Linus Pattern'],
    ],
    ['texts', ['Ada', 'Grace'], ['Ada', 'Grace']],
    ['one text', 'Ada, Grace & Linus', ['Ada', 'Grace', 'Linus']],
    ['an object by identity', { 1: { public_name: 'Ada' } }, ['Ada']],
    ['nothing', null, []],
    ['people without a name', [{ id: 4 }, null, 7, { public_name: ' ' }], []],
  ])('people as %s are understood', (_, persons, expected) => {
    expect(namesOf(oneSession(byHand({ id: 1, title: 'A talk', start: '10:00', persons })))).toEqual(expected)
  })

  it('missing, empty and unknown fields do no harm', () => {
    const session = oneSession(
      byHand({ title: null, subtitle: 7, track: {}, type: [], links: 'none', unknown: { deep: [1] } }),
    )
    expect(session).toMatchObject({
      title: '7',
      track: '',
      type: '',
      links: [],
      start: null,
      end: null,
      day: '2026-06-12',
    })
    expect(oneSession(byHand({})).title).toBe('…')
  })

  it('texts in several languages are taken in English, or else in the first', () => {
    const session = oneSession(
      byHand({
        id: 1,
        title: { de: 'Titel', en: 'Title' },
        abstract: { fr: 'Résumé' },
        track: { name: { de: 'Spur' } },
      }),
    )
    expect(session).toMatchObject({ title: 'Title', abstract: 'Résumé', track: 'Spur' })
  })

  it('rooms may be a list, and days may have no sessions or no rooms', () => {
    const { sessions } = programmeFrom({
      schedule: {
        conference: {
          days: [
            { date: '2026-06-12', rooms: [{ name: 'Hall', events: [{ id: 1, title: 'A', start: '09:00' }] }] },
            { date: '2026-06-13', rooms: [] },
            { date: '2026-06-14' },
            { date: '2026-06-15', rooms: { '': [{ id: 2, title: 'B', start: '09:00' }], Empty: null } },
          ],
        },
      },
    })
    expect(sessions.map(({ title, room, day }) => `${title} ${room} ${day}`)).toEqual([
      'A Hall 2026-06-12',
      'B  2026-06-15',
    ])
  })

  it('a day that is far from the event’s own date is a mistake', () => {
    const session = oneSession(byHand({ id: 1, title: 'A', date: '2026-06-20T10:00:00+02:00' }))
    expect(session.day).toBe('2026-06-20')
  })

  it('a cancelled session is marked', () => {
    expect(oneSession(byHand({ id: 1, title: 'CANCELLED: A talk' })).isCancelled).toBe(true)
    expect(oneSession(byHand({ id: 1, title: 'A talk', state: 'canceled' })).isCancelled).toBe(true)
    expect(oneSession(byHand({ id: 1, title: 'How we cancelled our cloud' })).isCancelled).toBe(false)
  })

  it('control characters and marks that reorder words are removed', () => {
    const session = oneSession(
      byHand({ id: 1, title: 'A\u0000 b\u202Ec\u0007', room: 'Hall\n1', abstract: 'x\r\ny\u0000' }),
    )
    expect(session).toMatchObject({ title: 'A bc', room: 'Hall 1', abstract: 'x\ny' })
  })
})

describe('the second version of the schema', () => {
  const { sessions, rooms, tracks } = programmeFrom(programmeFixture('frab-hub.json'))

  it('events refer to rooms, tracks and people by identity', () => {
    expect({ rooms, tracks }).toEqual({ rooms: ['Great Hall'], tracks: ['Core & Packaging'] })
    expect(titled(sessions, 'Five minutes of fame')).toMatchObject({
      type: 'Lightning talk',
      room: 'Great Hall',
      track: 'Core & Packaging',
      start: '2026-06-13T01:30:00+02:00',
      end: '2026-06-13T02:00:00+02:00',
      day: '2026-06-12',
      abstract: 'In English.',
      speakers: [
        { name: 'Ada Example', role: '', affiliation: '' },
        { name: 'Grace Sample', role: 'moderator', affiliation: 'Sample Works' },
      ],
      links: [
        { label: 'repository', url: 'https://example.org/code' },
        { label: 'slides', url: 'https://example.org/slides.pdf' },
      ],
      feedbackUrl: 'https://example.org/feedback/e-1',
    })
  })

  it('an event without a room and with a duration is a session as well', () => {
    expect(titled(sessions, 'A talk without a room')).toMatchObject({
      room: '',
      end: '2026-06-13T10:45:00+02:00',
      day: '2026-06-13',
    })
  })
})

it('days that are listed by their dates have these dates', () => {
  const events = [{ id: 1, title: 'T', start: '09:00', duration: '0:30' }]
  const content = { schedule: { conference: { title: 'X', days: { '2026-04-14': { rooms: { Hall: events } } } } } }
  expect(oneSession(content)).toMatchObject({ day: '2026-04-14', start: '2026-04-14T09:00:00+02:00' })
})
