import { expect, test } from 'vitest'
import { type GridStep, layOutGrid, stepInGrid } from '../../../electron/shared/programme/grid-layout.ts'
import { indexSessions } from '../../../electron/shared/programme/index-sessions.ts'
import type { Session } from '../../../electron/shared/programme.ts'
import { sessionAt } from './sessions.ts'

const layOut = (sessions: readonly Session[], rooms: readonly string[] = []) =>
  layOutGrid(indexSessions(sessions), rooms)

const inRoom = (room: string, start: string, end: string, title = '') => sessionAt(start, end, { room, title })

test('the grid begins and ends with a whole half hour', () => {
  const { from, minutes } = layOut([inRoom('A', '09:10', '09:50'), inRoom('B', '10:00', '10:40')])
  expect(from).toBe(Date.parse('2026-04-15T09:00:00+02:00'))
  expect(minutes).toBe(120)
})

test('the rooms are in the order of the organiser, others after them, and no room at the end', () => {
  const sessions = ['Zinc', '', 'Hall 10', 'Hall 9', 'Neon'].map((room) => inRoom(room, '10:00', '11:00'))
  expect(layOut(sessions, ['Zinc', 'Empty', 'Neon']).rooms).toEqual(['Zinc', 'Neon', 'Hall 9', 'Hall 10', ''])
})

test('a session stands at its time, as high as it is long', () => {
  const [[item] = []] = layOut([inRoom('A', '09:15', '10:00')]).columns
  expect(item).toMatchObject({ top: 15, height: 45, lane: 0, lanes: 1 })
})

test('sessions that overlap in one room stand side by side', () => {
  const sessions = [
    inRoom('A', '09:00', '10:00', 'long'),
    inRoom('A', '09:00', '09:30', 'first'),
    inRoom('A', '09:30', '10:00', 'second'),
    inRoom('A', '10:00', '11:00', 'alone'),
  ]
  const items = layOut(sessions).columns[0] ?? []
  const places = items.map(({ indexed, lane, lanes }) => [indexed.session.title, lane, lanes])
  expect(places).toEqual([
    ['first', 0, 2],
    ['long', 1, 2],
    ['second', 0, 2],
    ['alone', 0, 1],
  ])
})

test('very short sessions are high enough to be read, and do not cover the next one', () => {
  const items = layOut([inRoom('A', '09:00', '09:05'), inRoom('A', '09:05', '09:10')]).columns[0] ?? []
  expect(items.map(({ height, lane }) => [height, lane])).toEqual([
    [15, 0],
    [15, 1],
  ])
})

test('sessions without a time are counted, and nothing else happens to them', () => {
  expect(layOut([sessionAt('', '')])).toEqual({ rooms: [], columns: [], from: 0, minutes: 0, untimed: 1 })
})

test.each<[GridStep, string]>([
  ['up', 'A1'],
  ['down', 'A3'],
  ['first', 'A1'],
  ['last', 'A3'],
  ['right', 'B2'],
  ['left', 'A2'],
])('the key %s leads from A2 to %s', (step, expected) => {
  const layout = layOut([
    inRoom('A', '09:00', '10:00', 'A1'),
    inRoom('A', '10:00', '11:00', 'A2'),
    inRoom('A', '11:00', '12:00', 'A3'),
    inRoom('B', '08:30', '09:00', 'B1'),
    inRoom('B', '10:15', '11:00', 'B2'),
  ])
  const current = layout.columns[0]?.[1]
  if (current === undefined) throw new Error('No session')
  expect(stepInGrid(layout, current, step).indexed.session.title).toBe(expected)
})
