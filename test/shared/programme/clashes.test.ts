import { expect, test } from 'vitest'
import {
  findClashes,
  findGaps,
  findTightWalks,
  nextInRoom,
  plannedSessions,
} from '../../../electron/shared/programme/clashes.ts'
import { indexSessions } from '../../../electron/shared/programme/index-sessions.ts'
import { noMark, type Session, type Star } from '../../../electron/shared/programme.ts'
import { indexed, planWith, sessionAt } from './sessions.ts'

const go = (...sessions: Session[]) => planWith(sessions.map((session) => [session, 'go'] as const))
const planned = (sessions: Session[], plan = go(...sessions)) => plannedSessions(indexSessions(sessions), plan)

test('sessions clash that overlap, and not those that only meet', () => {
  const [a, b, c] = [sessionAt('10:00', '11:00'), sessionAt('10:30', '11:30'), sessionAt('11:00', '12:00')]
  const clashes = findClashes(planned([a, b, c]))
  const pairs = [...clashes].map(([id, others]) => [id, others.map(({ session }) => session.id)])
  expect(pairs).toEqual([
    [a.id, [b.id]],
    [b.id, [a.id, c.id]],
    [c.id, [b.id]],
  ])
})

test('a long session clashes with each that it covers', () => {
  const [all, one, two] = [sessionAt('09:00', '18:00'), sessionAt('10:00', '10:30'), sessionAt('15:00', '15:30')]
  expect(findClashes(planned([all, one, two])).get(all.id)).toHaveLength(2)
})

test.each<[Star, number]>([
  ['go', 2],
  ['maybe', 2],
  ['later', 0],
])('a session with the star "%s" counts as planned: %i clashes', (star, count) => {
  const [a, b] = [sessionAt('10:00', '11:00'), sessionAt('10:00', '11:00')]
  const plan = planWith([
    [a, 'go'],
    [b, star],
  ])
  expect(findClashes(planned([a, b], plan)).size).toBe(count)
})

test('neither a missed nor a cancelled nor a dropped session clashes', () => {
  const [a, b] = [sessionAt('10:00', '11:00'), sessionAt('10:00', '11:00')]
  const missed = { ...go(a, b), marks: { [a.id]: { ...noMark, star: 'go', attendance: 'missed' } } } as const
  expect(planned([a, b], missed)).toEqual([])
  const cancelled = { ...b, id: a.id, isCancelled: true }
  const dropped = { ...b, isDropped: true }
  expect(planned([cancelled, dropped])).toEqual([])
})

test('a session that was attended without a star counts as planned', () => {
  const a = sessionAt('10:00', '11:00')
  const plan = { ...go(), marks: { [a.id]: { ...noMark, attendance: 'attended' } } } as const
  expect(planned([a], plan)).toHaveLength(1)
})

test('a session without an end is taken to last half an hour', () => {
  const [a, b, c] = [sessionAt('10:00', ''), sessionAt('10:29', '11:00'), sessionAt('10:30', '11:00')]
  const clashes = findClashes(planned([a, b, c]))
  expect(clashes.get(a.id)?.map(({ session }) => session.id)).toEqual([b.id])
})

test('gaps are the free half hours between planned sessions of a day', () => {
  const day = [sessionAt('09:00', '10:00'), sessionAt('09:30', '11:00'), sessionAt('11:20', '12:00')]
  const later = [sessionAt('13:30', '14:00'), sessionAt('09:00', '10:00', { day: '2026-04-16' })]
  expect(findGaps(planned([...day, ...later]))).toEqual([
    {
      day: '2026-04-15',
      from: Date.parse('2026-04-15T12:00:00+02:00'),
      to: Date.parse('2026-04-15T13:30:00+02:00'),
    },
  ])
})

test('a walk is tight if the next session begins in another room within five minutes', () => {
  const [a, b] = [sessionAt('10:00', '10:30', { room: 'A' }), sessionAt('10:32', '11:00', { room: 'B' })]
  const walk = findTightWalks(planned([a, b])).get(b.id)
  expect(walk?.from.session.id).toBe(a.id)
  expect(walk?.minutes).toBe(2)
})

test.each([
  ['in the same room', sessionAt('10:30', '11:00', { room: 'A' })],
  ['after five minutes', sessionAt('10:35', '11:00', { room: 'B' })],
])('a walk is not tight if the next session is %s', (_, next) => {
  expect(findTightWalks(planned([sessionAt('10:00', '10:30', { room: 'A' }), next])).size).toBe(0)
})

test('next in a room is the first session that begins there once this one has ended', () => {
  const first = sessionAt('10:00', '10:30', { room: 'A' })
  const next = sessionAt('10:45', '11:00', { room: 'A' })
  const others = [
    sessionAt('10:15', '11:00', { room: 'A' }),
    sessionAt('10:35', '11:00', { room: 'B' }),
    sessionAt('10:40', '11:00', { room: 'A', day: '2026-04-16' }),
    sessionAt('11:00', '12:00', { room: 'A' }),
  ]
  const all = indexSessions([...others, next, first])
  expect(nextInRoom(all, indexed(first))?.session).toBe(next)
  expect(nextInRoom(all, indexed(sessionAt('12:00', '13:00', { room: 'A' })))).toBeNull()
  expect(nextInRoom(all, indexed(sessionAt('10:00', '10:30')))).toBeNull()
})
