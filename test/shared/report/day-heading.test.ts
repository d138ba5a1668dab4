import { expect, test } from 'vitest'
import { newTrip } from '../../../electron/journal/edits/new-trip.ts'
import { dayHeading } from '../../../electron/shared/report/day-heading.ts'
import type { DayHeadingStyle, Trip } from '../../../electron/shared/trip.ts'

function trip(style: DayHeadingStyle, language = 'en', own: Record<string, string> = {}): Trip {
  const made = newTrip({
    title: 'PyCon DE',
    venue: '',
    city: '',
    country: '',
    firstDay: '2026-04-14',
    lastDay: '2026-04-16',
    timeZone: 'Europe/Berlin',
    language,
    authors: [],
    tags: [],
  })
  return { ...made, report: { ...made.report, dayHeadings: { style, own } } }
}

test('days of the conference are counted, in the language of the trip', () => {
  expect(dayHeading(trip('ordinal'), '2026-04-14')).toBe('1st Day')
  expect(dayHeading(trip('ordinal'), '2026-04-16')).toBe('3rd Day')
  expect(dayHeading(trip('number'), '2026-04-15')).toBe('Day 2')
  expect(dayHeading(trip('ordinal', 'de-AT'), '2026-04-15')).toBe('2. Tag')
  expect(dayHeading(trip('date'), '2026-04-14')).toBe('Tuesday, 14 April 2026')
})

test('a day of travel has its date, because it has no number', () => {
  expect(dayHeading(trip('ordinal'), '2026-04-13')).toBe('Monday, 13 April 2026')
  expect(dayHeading(trip('number'), '2026-04-17')).toBe('Friday, 17 April 2026')
})

test('a custom heading overrides the style, and an empty one omits the heading', () => {
  const written = trip('ordinal', 'en', { '2026-04-14': 'Arrival & opening', '2026-04-15': '' })
  expect(dayHeading(written, '2026-04-14')).toBe('Arrival & opening')
  expect(dayHeading(written, '2026-04-15')).toBe('')
  expect(dayHeading(written, '2026-04-16')).toBe('3rd Day')
})
