import { expect, test } from 'vitest'
import {
  formatClock,
  formatCounts,
  formatDate,
  formatDays,
  formatFullDate,
  formatInstant,
  formatNumber,
  formatRelativeDay,
  formatSize,
} from '../../../electron/shared/messages/format.ts'

test('a number has separators between thousands', () => {
  expect(formatNumber(2310)).toBe('2,310')
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [3_450_000, '3.5 MB'],
  [34_500_000, '35 MB'],
  [999_499, '999 kB'],
  [999_999, '1 MB'],
  [5_000_000_000_000, '5 TB'],
])('%d bytes are written as %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text)
})

test('a date is written out, with its weekday on request', () => {
  expect(formatDate('2026-04-14')).toBe('14 April 2026')
  expect(formatDate('2026-04-14', 'short-weekday')).toBe('Tue')
  expect(formatFullDate('2026-04-14')).toBe('Tuesday, 14 April 2026')
  expect(formatRelativeDay('2026-04-14', '2026-04-14')).toBe('Today')
  expect(formatRelativeDay('2026-04-13', '2026-04-14')).toBe('Yesterday')
  expect(formatRelativeDay('2026-04-12', '2026-04-14')).toBe('Sunday, 12 April 2026')
})

test('the days of a trip are written as one range', () => {
  expect(formatDays('2026-04-14', '2026-04-16')).toBe('14–16 April 2026')
  expect(formatDays('2026-01-31', '2026-02-01')).toBe('31 January – 1 February 2026')
  expect(formatDays('2026-04-14', '2026-04-14')).toBe('14 April 2026')
})

test('an instant is shown in the venue’s time, whatever day it is there', () => {
  const now = '2026-04-14T20:00:00Z'
  expect(formatInstant('2026-04-14T08:15:00Z', 'Europe/Berlin', now)).toBe('today at 10:15')
  expect(formatInstant('2026-04-13T22:30:00Z', 'Europe/Berlin', now)).toBe('today at 00:30')
  expect(formatInstant('2026-04-13T08:15:00Z', 'Europe/Berlin', now)).toBe('yesterday at 10:15')
  expect(formatInstant('2026-04-07T08:15:00Z', 'Europe/Berlin', now)).toBe('on Tuesday, 7 April 2026 at 10:15')
})

test("the computer's clock is shown to the minute or to the second", () => {
  const moment = new Date(2026, 3, 14, 9, 5, 7)
  expect(formatClock(moment)).toBe('09:05')
  expect(formatClock(moment, 'second')).toBe('09:05:07')
})

test('a list of counts leaves out zeros', () => {
  const counts = [
    [2, '2 trips'],
    [0, '0 entries'],
    [9, '9 pictures'],
  ] as const
  expect(formatCounts(counts)).toBe('2 trips and 9 pictures')
})
