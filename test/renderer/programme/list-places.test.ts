import { expect, test } from 'vitest'
import { indexSessions } from '../../../electron/shared/programme/index-sessions.ts'
import { drawnRows, placeRows } from '../../../renderer/programme/list-places.ts'
import { someSession } from '../../support/programmes.ts'

const sessionsOf = (...counts: number[]) =>
  indexSessions(
    counts.flatMap((count, day) => Array.from({ length: count }, () => someSession({ day: `2026-04-${14 + day}` }))),
  )
const sizes = { row: 50, head: 30 }

test('the first row of each day stands below its name', () => {
  const places = placeRows(sessionsOf(2, 1), sizes)
  expect(places.tops).toEqual([0, 80, 130])
  expect(places.height).toBe(210)
  expect([0, 1, 2].map(places.isFirst)).toEqual([true, false, true])
})

test('only the rows that are seen are drawn, and a few around them', () => {
  const places = placeRows(sessionsOf(1000), sizes)
  expect(drawnRows(places, { top: 0, height: 500 }, 6)).toEqual({ from: 0, to: 16 })
  const { from, to } = drawnRows(places, { top: 25_000, height: 500 }, 6)
  expect(places.tops[from]).toBeLessThan(25_000)
  expect(places.tops[to]).toBeGreaterThan(25_500)
  expect(to - from).toBeLessThan(30)
})

test('a list that has become shorter than it is scrolled shows its end', () => {
  const places = placeRows(sessionsOf(20), sizes)
  expect(drawnRows(places, { top: 40_000, height: 500 }, 6).to).toBe(20)
})

test('an empty list draws nothing', () => {
  expect(drawnRows(placeRows([], sizes), { top: 0, height: 500 }, 6)).toEqual({ from: 0, to: 0 })
})
