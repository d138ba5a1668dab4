import { expect, test } from 'vitest'
import {
  filterSessions,
  filterValues,
  type GroupedSessions,
  isHidden,
  noFilter,
  wordSearch,
} from '../../../electron/shared/programme/filter-sessions.ts'
import { indexSessions } from '../../../electron/shared/programme/index-sessions.ts'
import { emptyPlan } from '../../../electron/shared/programme.ts'
import { indexed, planWith, sessionAt } from './sessions.ts'

const none: GroupedSessions = { starred: new Set(), clashes: new Set(), changed: new Set(), hidden: new Set() }

const maps = sessionAt('10:00', '10:30', {
  title: 'Mud and Maps',
  room: 'Europium',
  track: 'Cartography',
  type: 'Talk',
  language: 'en',
  speakers: [{ name: 'Adrián Łukasz', role: '', affiliation: 'Tide Office' }],
  abstract: 'How **estuaries** are charted.',
})
const boats = sessionAt('11:00', '11:30', { title: 'Boats', room: 'Helium', day: '2026-04-16', type: 'Workshop' })
const sessions = indexSessions([maps, boats])

const titles = (changes: Partial<typeof noFilter>, groups: GroupedSessions = none) =>
  filterSessions(sessions, { ...noFilter, ...changes }, groups).shown.map(({ session }) => session.title)

test.each([
  ['a part of the title', 'map'],
  ['a speaker without accents', 'adrian lukasz'],
  ['an affiliation', 'tide office'],
  ['the room', 'EUROPIUM'],
  ['the track', 'carto'],
  ['a word of the abstract', 'estuar'],
  ['words from different fields', 'mud europium charted'],
])('a search finds a session by %s', (_, query) => {
  expect(titles({ query })).toEqual(['Mud and Maps'])
})

test('a search needs all of its words', () => {
  expect(titles({ query: 'mud helium' })).toEqual([])
})

test('a search that remembers what it found finds the same as a new one, letter by letter and back', () => {
  const search = wordSearch()
  for (const query of ['m', 'ma', 'm', 'mu m', 'mud', 'ma', 'boats h', 'boats', '', 'europium c']) {
    expect([query, search(sessions, query)]).toEqual([query, wordSearch()(sessions, query)])
  }
  const others = indexSessions([boats])
  expect(search(others, 'boats')).toEqual(others)
})

test('a search for nothing but spaces lets everything through', () => {
  expect(titles({ query: '  ' })).toEqual(['Mud and Maps', 'Boats'])
})

test.each([
  [{ day: '2026-04-16' }, ['Boats']],
  [{ room: 'Helium' }, ['Boats']],
  [{ track: 'Cartography' }, ['Mud and Maps']],
  [{ type: 'Workshop' }, ['Boats']],
  [{ language: 'en' }, ['Mud and Maps']],
  [{ room: 'Helium', language: 'en' }, []],
])('the filter %j lets %j through', (changes, expected) => {
  expect(titles(changes)).toEqual(expected)
})

test('the days count what the rest of the filter lets through', () => {
  const { perDay, total } = filterSessions(sessions, { ...noFilter, day: '2026-04-15', query: 'a' }, none)
  expect([...perDay]).toEqual([
    ['2026-04-15', 1],
    ['2026-04-16', 1],
  ])
  expect(total).toBe(2)
})

test('a hidden session is left out unless hidden ones are asked for', () => {
  const hidden = { ...none, hidden: new Set([boats.id]) }
  expect(titles({}, hidden)).toEqual(['Mud and Maps'])
  expect(titles({ only: 'hidden' }, hidden)).toEqual(['Boats'])
})

test('a starred session is shown although its room is hidden', () => {
  const groups = { ...none, hidden: new Set([boats.id]), starred: new Set([boats.id]) }
  expect(titles({}, groups)).toEqual(['Mud and Maps', 'Boats'])
  expect(titles({ only: 'starred' }, groups)).toEqual(['Boats'])
})

test('a session is hidden by its room or by its track', () => {
  const hides = { value: true, changedAt: '2026-04-01T00:00:00Z' }
  expect(isHidden(indexed(maps), emptyPlan)).toBe(false)
  expect(isHidden(indexed(maps), planWith([], { hiddenRooms: { Europium: hides } }))).toBe(true)
  expect(isHidden(indexed(maps), planWith([], { hiddenTracks: { Cartography: hides } }))).toBe(true)
  expect(isHidden(indexed(maps), planWith([], { hiddenRooms: { Europium: { ...hides, value: false } } }))).toBe(false)
})

test('the values of filters are those that occur, in the order of the organiser', () => {
  const values = filterValues(sessions, { rooms: ['Helium', 'Unused', 'Europium'], tracks: [] })
  expect(values).toEqual({
    rooms: ['Helium', 'Europium'],
    tracks: ['Cartography'],
    types: ['Talk', 'Workshop'],
    languages: ['en'],
    days: ['2026-04-15', '2026-04-16'],
  })
})

test('a room that the organiser does not list comes after those that are listed', () => {
  const rooms = ['Hall 10', 'Hall 2', 'Foyer'].map((room) => sessionAt('10:00', '11:00', { room }))
  expect(filterValues(indexSessions(rooms), { rooms: ['Foyer'], tracks: [] }).rooms).toEqual([
    'Foyer',
    'Hall 2',
    'Hall 10',
  ])
})
