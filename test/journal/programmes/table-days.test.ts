import { describe, expect, it, test } from 'vitest'
import { moveDays } from '../../../electron/journal/programmes/move-days.ts'
import type { ExpectedDays } from '../../../electron/journal/programmes/read-programme.ts'
import { resolveProgramme } from '../../../electron/journal/programmes/resolve-programme.ts'
import { inWords } from '../../support/in-words.ts'
import { valueOf } from '../../support/library.ts'
import { readAny } from '../../support/read-programmes.ts'

const trip: ExpectedDays = { firstDay: '2026-04-13', today: '2026-11-28' }
const noTrip: ExpectedDays = { firstDay: null, today: '2026-11-28' }

/** Day and time of each session. */
function timesOf(text: string, expected: ExpectedDays, name = ''): string[] {
  const { format, read } = valueOf(readAny(text, name, expected))
  const origin = { format, address: '', fileName: '', importedAt: '2026-06-01T12:00:00Z' }
  return resolveProgramme(read, 'Europe/Zurich', origin).sessions.map(({ day, start }) =>
    `${day} ${start?.slice(11, 16) ?? ''}`.trim(),
  )
}

const remarksOf = (text: string, expected: ExpectedDays) => inWords(valueOf(readAny(text, '', expected)).read.remarks)

const table = (...days: string[]) =>
  ['Day,Time,Title', ...days.map((day, index) => `"${day}",${9 + index}:30,Talk ${index + 1}`)].join('\n')

test.each([
  ['a spelled month', table('14 April', '14 April', '15 April')],
  ['a weekday before a short month', table('Tue 14 Apr', 'Tue 14 Apr', 'Wed 15 Apr')],
  ['the month first', table('April 14th', 'April 14th', 'April 15th')],
  ['American numbers', table('4/14', '4/14', '4/15')],
  ['European numbers', table('14/04', '14/04', '15/04')],
  ['German numbers', table('14.4.', '14.04.', 'Mi, 15.04.')],
  ['French words', table('mardi 14 avril', 'mardi 14 avril', 'mercredi 15 avril')],
  ['time and date in one cell', 'When,Title\n"Apr 14, 9:30 am",A\n4/14 10:30,B\n"15 April, 11:30",C\n'],
  ['headings between the rows', 'Time,Title\nTue 14 April,\n9:30,A\n10:30,B\nWed 15 April,\n11:30,C\n'],
  ['lines below headings', 'Tuesday 14 April\n9:30 A\n10:30 B\nWednesday 15 April\n11:30 C\n'],
])('dates without a year get the year of the trip: %s', (_, text) => {
  expect(timesOf(text, trip)).toEqual(['2026-04-14 09:30', '2026-04-14 10:30', '2026-04-15 11:30'])
  expect(remarksOf(text, trip)).toEqual([])
})

describe('without a trip', () => {
  it('the other dates of the table, its heading or its name say the year', () => {
    expect(timesOf(table('14 April', '15 April 2024'), noTrip)).toEqual(['2024-04-14 09:30', '2024-04-15 10:30'])
    expect(timesOf(`Snakeconf 2025\n${table('14 April')}`, noTrip)).toEqual(['2025-04-14 09:30'])
    expect(timesOf(table('14 April'), noTrip, 'snakeconf-2023.csv')).toEqual(['2023-04-14 09:30'])
  })

  it('the weekdays say the year, and a remark names it', () => {
    const text = table('Tue 14 Apr', 'Wed 15 Apr')
    expect(timesOf(text, { firstDay: null, today: '2027-01-10' })).toEqual(['2026-04-14 09:30', '2026-04-15 10:30'])
    expect(remarksOf(text, noTrip)).toEqual(['The file gives no year. 2026 was assumed.'])
  })

  it('the nearest date is the guess, and both sides of New Year stay together', () => {
    expect(timesOf(table('30 December', '1 January'), noTrip)).toEqual(['2026-12-30 09:30', '2027-01-01 10:30'])
    expect(timesOf(table('14 March'), noTrip)).toEqual(['2027-03-14 09:30'])
  })

  it('a trip that is created on other days moves what was assumed', () => {
    const { read } = valueOf(readAny(table('14 April', '15 April'), '', noTrip))
    expect(moveDays(read, '2025-04-13').sessions.map(({ start }) => start)).toEqual([
      { local: '2025-04-14T09:30:00' },
      { local: '2025-04-15T10:30:00' },
    ])
    const counted = valueOf(readAny(table('Day 1', 'Day 2'), '', noTrip)).read
    expect(moveDays(counted, '2025-04-13').sessions.map(({ start }) => start)).toEqual([
      { local: '2025-04-13T09:30:00' },
      { local: '2025-04-14T10:30:00' },
    ])
  })
})

describe('days that are counted', () => {
  it.each([
    ['English', table('Day 1', 'Day 1', 'Day 2')],
    ['German', table('Tag 1', '1. Tag', 'Tag 2')],
    ['French', table('Jour 1', '1er jour', '2e jour')],
    ['words', table('Day One', 'First day', 'Second day')],
    ['bare numbers', table('1', '1', '2')],
    ['from 0', table('Day 0', 'Day 0', 'Day 1')],
    ['headings', 'Time,Title\nDay 1,\n9:30,A\n10:30,B\nDay 2 (workshops),\n11:30,C\n'],
    ['lines', 'DAY 1\n9:30 A\n10:30 B\nDAY 2\n11:30 C\n'],
    ['weekdays', table('Monday', 'Mon', 'Tuesday')],
  ])('begin with the first day of the trip: %s', (_, text) => {
    expect(timesOf(text, trip)).toEqual(['2026-04-13 09:30', '2026-04-13 10:30', '2026-04-14 11:30'])
    expect(remarksOf(text, trip)).toEqual([
      'The file gives no dates. Its first day was taken to be Monday, 13 April 2026.',
    ])
  })

  it('begin with the date that stands above the table', () => {
    const text = `Snakeconf, 14–16 April 2024\n${table('Day 1', 'Day 3')}`
    expect(timesOf(text, trip)).toEqual(['2024-04-14 09:30', '2024-04-16 10:30'])
    expect(remarksOf(text, trip)).toEqual([])
  })

  it('without a trip begin today, or on the next day of that name', () => {
    expect(timesOf(table('Day 1', 'Day 2'), noTrip)).toEqual(['2026-11-28 09:30', '2026-11-29 10:30'])
    expect(timesOf(table('Tuesday', 'Wednesday'), noTrip)).toEqual(['2026-12-01 09:30', '2026-12-02 10:30'])
  })
})

test('a line that mentions another date is not the heading of a day', () => {
  const text = 'Tue 14 April\n9:30 A\nCall for papers closes 1 March\n10:30 B\n'
  expect(timesOf(text, trip)).toEqual(['2026-04-14 09:30', '2026-04-14 10:30'])
})

test('times without any day are on the first day of the trip', () => {
  expect(timesOf('Time,Title\n9:30,A\n10:30,B\n', trip)).toEqual(['2026-04-13 09:30', '2026-04-13 10:30'])
  expect(timesOf('9:30 A\n10:30 B\n', trip)).toEqual(['2026-04-13 09:30', '2026-04-13 10:30'])
  expect(remarksOf('Title,Speaker\nA,Ada\nB,Grace\n', trip)).toEqual(['The file does not say when the sessions are.'])
})

test('slashes are read in the order in which the days follow each other', () => {
  expect(timesOf(table('4/5/2026', '4/6/2026', '4/7/2026'), trip).map((time) => time.slice(0, 10))).toEqual([
    '2026-04-05',
    '2026-04-06',
    '2026-04-07',
  ])
})

test('times, durations and rooms are not taken for dates', () => {
  expect(timesOf('Date,Time,Title,Room\n2026-04-14,9-10,A,Day 1\n2026-04-14,10.15 - 11.00,B,1/2\n', trip)).toEqual([
    '2026-04-14 09:00',
    '2026-04-14 10:15',
  ])
})
