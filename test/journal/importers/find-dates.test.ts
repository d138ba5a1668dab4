import { describe, expect, test } from 'vitest'
import { dayOfHeading } from '../../../electron/journal/importers/day-headings.ts'
import { dayOfName, readDay } from '../../../electron/journal/importers/read-day.ts'
import { findDates } from '../../../electron/journal/importers/find-dates.ts'

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
    ['April 14–16, 2026', '2026-04-14', '2026-04-16'],
    ['Apr 14-16, 2026', '2026-04-14', '2026-04-16'],
    ['14, 15 and 16 April 2026', '2026-04-14', '2026-04-16'],
    ['from Tuesday, April 14 to Thursday, April 16, 2026', '2026-04-14', '2026-04-16'],
    ['14.–16.4.2026', '2026-04-14', '2026-04-16'],
    ['2026-04-14 to 2026-04-16', '2026-04-14', '2026-04-16'],
    ['du 14 au 16 avril 2026', '2026-04-14', '2026-04-16'],
    ['del 14 al 16 de abril de 2026', '2026-04-14', '2026-04-16'],
    ['dal 14 al 16 aprile 2026', '2026-04-14', '2026-04-16'],
    ['14 t/m 16 april 2026', '2026-04-14', '2026-04-16'],
    ['de 14 a 16 de abril de 2026', '2026-04-14', '2026-04-16'],
    ['30 December 2025 to 2 January 2026', '2025-12-30', '2026-01-02'],
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
  ['1st Day', { by: 'number', number: 1 }],
  ['2ND DAY', { by: 'number', number: 2 }],
  ['Day 12', { by: 'number', number: 12 }],
  ['3. Tag', { by: 'number', number: 3 }],
  ['Jour 1', { by: 'number', number: 1 }],
  ['Tuesday, 14 April 2026', { by: 'date', date: '2026-04-14' }],
  ['mardi 14 avril 2026', { by: 'date', date: '2026-04-14' }],
  ['Wednesday, 14 April 2026', null],
  ['Day one', { by: 'number', number: 1 }],
  ['1st Day: arrival', { by: 'number', number: 1 }],
  ['First day', { by: 'number', number: 1 }],
  ['Premier jour', { by: 'number', number: 1 }],
  ['Day 2 – Wednesday', { by: 'number', number: 2 }],
  ['Day 1 (14 April 2026)', { by: 'date', date: '2026-04-14' }],
  ['Tuesday, April 14, 2026', { by: 'date', date: '2026-04-14' }],
  ['April 14', { by: 'month-day', month: 4, day: 14 }],
  ['Dienstag, 14. April', { by: 'month-day', month: 4, day: 14 }],
  ['Saturday morning', { by: 'weekday', weekday: 6 }],
  ['dimanche', { by: 'weekday', weekday: 0 }],
  ['Thursday is the new Friday', null],
  ['So', null],
  ['Day 1 keynote', null],
  ['2026', null],
])('the heading %j is about %j', (heading, expected) => {
  expect(dayOfHeading(heading)).toEqual(expected)
})

describe('the date of a post', () => {
  test.each([
    ['2026-6-24', '2026-06-24'],
    ['2026-06-24T10:00:00+02:00', '2026-06-24'],
    ['2026/6/4 10:20', '2026-06-04'],
    ['20260624', '2026-06-24'],
    ['24 June 2026', '2026-06-24'],
    ['Jun 24, 2026', '2026-06-24'],
    ['24.6.2026', '2026-06-24'],
    ['24/06/2026', '2026-06-24'],
    ['Wed, 24 Jun 2026 10:00:00 +0200', '2026-06-24'],
    ['24 juin 2026', '2026-06-24'],
    ['03/04/2026', null],
    ['2026-13-01', null],
    ['2026-02-30', null],
    ['yesterday', null],
  ])('the date %j is read as %j', (written, day) => {
    expect(readDay(written)).toBe(day)
  })

  test.each([
    ['2026-04-16-title.md', '2026-04-16'],
    ['posts/2026-04-16-title/index.md', '2026-04-16'],
    ['20260416.md', '2026-04-16'],
    ['2026-99-16-title.md', null],
    ['notes.md', null],
  ])('the name %j says %j', (name, day) => {
    expect(dayOfName(name)).toBe(day)
  })
})
