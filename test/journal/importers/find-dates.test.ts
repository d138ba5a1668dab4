import { describe, expect, test } from 'vitest'
import { dayOfHeading, findDates } from '../../../electron/journal/importers/find-dates.ts'

describe('the days of a conference are found in', () => {
  test.each([
    ['took place on 14-16 April 2026.', '2026-04-14', '2026-04-16'],
    ['from the 15 - 23 May 2024, which', '2024-05-15', '2024-05-23'],
    ['31 January – 1 February 2026', '2026-01-31', '2026-02-01'],
    ['30 December 2025? No: 30 December - 2 January 2026', '2025-12-30', '2026-01-02'],
    ['May 15-23, 2024', '2024-05-15', '2024-05-23'],
    ['September 30 to October 2, 2025', '2025-09-30', '2025-10-02'],
    ['vom 14. bis 16. April 2026', '2026-04-14', '2026-04-16'],
    ['les 31 janvier et 1er février 2026', '2026-01-31', '2026-02-01'],
    ['14th and 15th of April 2026', '2026-04-14', '2026-04-15'],
    ['14-16 April 2026, and again 14 to 16 April 2026', '2026-04-14', '2026-04-16'],
  ])('the days of a conference are found in %j', (text, firstDay, lastDay) => {
    expect(findDates(text)).toEqual({ firstDay, lastDay })
  })

  test.each([
    ['a single day', 'on 14 April 2026'],
    ['several different ranges', '14-16 April 2026, not 15-17 May 2026'],
    ['an impossible day', '29-31 February 2026'],
    ['an end before the beginning', '16-14 April 2026'],
    ['numbers that mean something else', 'rooms 114-16 April 20260 and 3-5 apples 2026'],
    ['more than a month', '1 January - 31 December 2026'],
  ])('no days of a conference are found in %s', (_, text) => {
    expect(findDates(text)).toBeNull()
  })
})

test.each([
  ['1st Day', { number: 1 }],
  ['2ND DAY', { number: 2 }],
  ['Day 12', { number: 12 }],
  ['3. Tag', { number: 3 }],
  ['Jour 1', { number: 1 }],
  ['Tuesday, 14 April 2026', { date: '2026-04-14' }],
  ['mardi 14 avril 2026', { date: '2026-04-14' }],
  ['Wednesday, 14 April 2026', null],
  ['Day one', null],
  ['1st Day: arrival', null],
  ['2026', null],
])('the heading %j is about %j', (heading, expected) => {
  expect(dayOfHeading(heading)).toEqual(expected)
})
