import { expect, it } from 'vitest'
import { detailsOf } from '../../../electron/journal/programmes/details-of.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { oneSession, programmeFixture, programmeFrom, readAny, titled } from '../../support/read-programmes.ts'

it('the timetable of Indico has breaks, contributions in their blocks, and blocks without any', () => {
  const { format, sessions } = programmeFrom(programmeFixture('indico-timetable.json'), 'UTC')
  expect(format).toBe('indico')
  expect(
    sessions.map(({ start, end, title, room, track, type }) => [start, end?.slice(11, 16), title, room, track, type]),
  ).toEqual([
    ['2026-07-06T09:00:00+02:00', '09:30', 'Beams & what they do', 'Auditorium', 'Accelerators', ''],
    ['2026-07-06T09:30:00+02:00', '10:00', 'Magnets', 'Auditorium', 'Accelerators', ''],
    ['2026-07-06T10:30:00+02:00', '11:00', 'Coffee break', 'Foyer', '', 'Break'],
    ['2026-07-07T14:00:00+02:00', '16:00', 'Posters', 'Foyer', '', 'Poster'],
  ])
  expect(titled(sessions, 'Beams & what they do')).toMatchObject({
    source: 'contribution-101',
    abstract: 'About **beams**.',
    speakers: [
      { name: 'Ada Lovelace', role: '', affiliation: 'Analytical Engines' },
      { name: 'Hopper', role: '', affiliation: '' },
    ],
    links: [
      { label: '', url: 'https://indico.example.org/event/42/contributions/101/' },
      { label: 'slides.pdf', url: 'https://indico.example.org/event/42/contributions/101/attachments/1/1/slides.pdf' },
    ],
  })
})

it('an event of Indico with its contributions has their times in any zone, and the details of a trip', () => {
  const { read } = valueOf(readAny(programmeFixture('indico-event.json')))
  expect(detailsOf(read, 'Asia/Tokyo').details).toEqual({
    title: 'Beamcon 2026',
    venue: 'Main Building',
    city: '',
    country: '',
    firstDay: '2026-07-06',
    lastDay: '2026-07-08',
    timeZone: 'Europe/Zurich',
  })
  const { sessions } = programmeFrom(programmeFixture('indico-event.json'))
  expect(titled(sessions, 'Beams')).toMatchObject({
    source: 'contribution-101',
    start: '2026-07-06T09:00:00+02:00',
    end: '2026-07-06T09:30:00+02:00',
    track: 'Accelerators',
    type: 'Oral',
    speakers: [
      { name: 'Ada Lovelace', role: '', affiliation: 'Analytical Engines' },
      { name: 'Grace Hopper', role: '', affiliation: '' },
    ],
    abstract: 'About beams.\n\n- Part one (Alan Turing)',
    links: [
      { label: '', url: 'https://indico.example.org/event/42/contributions/1/' },
      { label: 'beams.pdf', url: 'https://indico.example.org/beams.pdf' },
    ],
  })
  expect(titled(sessions, 'Not placed yet')).toMatchObject({ start: null, track: 'Magnets' })
})

const day = { date: '2026-07-06', time: '09:00:00', tz: 'Europe/Zurich' }
const event = { _type: 'Conference', id: 1, title: 'E', startDate: day, endDate: day }
const answer = (more: object) => ({ count: 1, _type: 'HTTPAPIResult', results: [{ ...event, ...more }] })
const contribution = (id: number) => ({ _type: 'Contribution', id, title: `C${id}`, startDate: day, duration: '20' })

it('an event of Indico with its sessions has each contribution once, and the sessions without any', () => {
  const slot = { _type: 'SessionSlot', id: 9, title: 'S: one', session: { title: 'S' }, startDate: day, room: 'Hall' }
  const { sessions } = programmeFrom(
    answer({
      contributions: [contribution(1)],
      sessions: [
        { ...slot, contributions: [contribution(2)] },
        { ...slot, id: 10, title: 'Dinner', session: { title: 'Dinner' }, contributions: [] },
      ],
    }),
  )
  expect(
    sessions.map(({ title, track, room, end }) => `${title} | ${track} | ${room} | ${end?.slice(11, 16)}`).toSorted(),
  ).toEqual(['C1 |  |  | 09:20', 'C2 | S: one | Hall | 09:20', 'Dinner | Dinner | Hall | undefined'])
})

it('a lecture of Indico is one session, and an event without its contributions is refused', () => {
  const chairs = [{ _type: 'ConferenceChair', fullName: 'Lovelace, Ada' }]
  expect(oneSession(answer({ type: 'simple_event', chairs }))).toMatchObject({
    title: 'E',
    speakers: [{ name: 'Ada Lovelace' }],
  })
  expect(codeOf(readAny(answer({ type: 'conference' })))).toBe('programme.only-event')
})
