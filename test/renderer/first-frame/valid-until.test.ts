import { expect, test } from 'vitest'
import { nextDay } from '../../../renderer/first-frame/valid-until.ts'

const next = (now: string, ...zones: string[]) => new Date(nextDay(Date.parse(now), new Set(zones))).toISOString()

test('what is shown is valid until another day begins in the first of its time zones', () => {
  expect(next('2026-06-01T12:34:56Z', 'Europe/Berlin')).toBe('2026-06-01T22:00:00.000Z')
  expect(next('2026-06-01T12:34:56Z', 'Europe/Berlin', 'Asia/Kolkata')).toBe('2026-06-01T18:30:00.000Z')
  expect(next('2026-06-01T12:34:56Z', 'America/Los_Angeles')).toBe('2026-06-02T07:00:00.000Z')
  expect(next('2026-06-01T18:29:59.999Z', 'Asia/Kolkata')).toBe('2026-06-01T18:30:00.000Z')
  expect(next('2026-06-01T18:30:00Z', 'Asia/Kolkata')).toBe('2026-06-02T18:30:00.000Z')
})

test('a day on which clocks change is as long as it is', () => {
  // 25 hours, and 23.
  expect(next('2026-10-24T22:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z')
  expect(next('2026-03-28T23:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z')
  // Where clocks go forward at midnight, the day begins at one.
  expect(next('2026-09-05T12:00:00Z', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
})

test('without any trip, what is shown is valid for a day', () => {
  expect(next('2026-06-01T12:00:00Z')).toBe('2026-06-02T14:00:00.000Z')
})
