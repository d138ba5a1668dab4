import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import { calendarOf } from '../../../electron/journal/programmes/stars/calendar-of.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { giveProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const browser = someSession({
  source: 'MJA8QY',
  links: [{ label: '', url: 'https://programme.example.org/conf/talk/MJA8QY/' }],
})
const heat = someSession({
  source: '8CQTNF',
  title: 'Heat: scaling; science, and a title with commas that is longer than a line of a calendar may be',
  speakers: [
    { name: 'Claudia Comito', role: '', affiliation: '' },
    { name: 'Thomas Saupe', role: '', affiliation: '' },
  ],
  room: 'Platinum, level 2',
  start: '2026-04-15T16:10:00+02:00',
  end: '2026-04-15T16:40:00+02:00',
  links: [],
})
const undated = someSession({ source: 'NODATE', title: 'Some day', start: null, end: null, day: null, links: [] })

let engine: Engine
let tripId: string

beforeEach(async () => {
  engine = await someEngine()
  tripId = valueOf(await ask(engine, 'trips.create', someTrip())).trip.id
  await giveProgramme(engine.context.library, tripId, [browser, heat, undated])
})

const star = async (...ids: string[]) => {
  const edits = ids.map((sessionId) => ({ edit: 'star' as const, sessionId, star: 'go' as const }))
  valueOf(await ask(engine, 'programme.edit', { tripId, edits }))
}

const readStars = (content: string, name = 'stars.ics') =>
  ask(engine, 'programme.readStars', {
    jobId: crypto.randomUUID(),
    tripId,
    name,
    data: new TextEncoder().encode(content),
  })

const saveStars = () => ask(engine, 'programme.saveStars', { jobId: crypto.randomUUID(), tripId })

describe('starred sessions for a phone', () => {
  test('are a calendar with one event each, at its moment, with room and speakers', () => {
    const text = calendarOf([heat, undated], 'PyCon DE', '2026-04-01T09:00:00Z')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(others).toEqual([])
    const read = (name: string) => String(event?.getFirstPropertyValue(name))
    expect([read('summary'), read('location'), read('dtstart'), read('dtend')]).toEqual([
      heat.title,
      'Platinum, level 2',
      '2026-04-15T14:10:00Z',
      '2026-04-15T14:40:00Z',
    ])
    expect(read('description')).toMatch(/^Claudia Comito, Thomas Saupe\n\n/)
  })

  test('are written into a new file of the exports folder, which never replaces another one', async () => {
    await star(browser.id)
    const [first, second] = [valueOf(await saveStars()), valueOf(await saveStars())]
    expect(first.sessions).toBe(1)
    expect(second.path).not.toBe(first.path)
    expect(await readFile(first.path, 'utf8')).toContain('SUMMARY:State of In-Browser ML')
  })

  test('cannot be saved if there are none', async () => {
    expect(codeOf(await saveStars())).toBe('programme.no-stars')
  })
})

describe('stars that were set elsewhere', () => {
  test('are found by the calendar that Lanyard wrote', async () => {
    const content = calendarOf([heat, browser], 'PyCon DE', '2026-04-01T09:00:00Z')
    const { sessionIds, notFound } = valueOf(await readStars(content))
    expect([sessionIds.toSorted(), notFound]).toEqual([[heat.id, browser.id].toSorted(), []])
  })

  test('are found in the calendar of another program by title and time, and what is not in the programme is named', async () => {
    const content = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//be.digitalia.fosdem//EN',
      'BEGIN:VEVENT',
      'UID:2850@2026@conf.example',
      'DTSTART:20260415T084500Z',
      'DTEND:20260415T091500Z',
      'SUMMARY:State of In-Browser ML',
      'LOCATION:Europium',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:1@2026@conf.example',
      'DTSTART:20260415T200000Z',
      'SUMMARY:Dinner with friends',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
    expect(valueOf(await readStars(content))).toEqual({
      sessionIds: [browser.id],
      notFound: ['Dinner with friends'],
    })
  })

  test('are found by the codes of pretalx', async () => {
    const content = '["MJA8QY", "8CQTNF", "AAAAAA"]'
    expect(valueOf(await readStars(content, 'favourites.json'))).toEqual({
      sessionIds: [browser.id, heat.id],
      notFound: ['AAAAAA'],
    })
  })

  test('cannot be read from something else', async () => {
    expect(codeOf(await readStars('Dear diary', 'diary.txt'))).toBe('programme.unknown-format')
  })
})
