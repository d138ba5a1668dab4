import { describe, expect, test } from 'vitest'
import { drawnDays, nextTravelDay, partOf, railDays } from '../../../renderer/journal/rail-days.ts'

const trip = { firstDay: '2026-04-14', lastDay: '2026-04-16' }
const today = '2026-04-15'

describe('the days of the rail', () => {
  test('the rail has the days of the conference, with one before and one after for travel', () => {
    expect(railDays(trip, [], [], today).map(({ day, part }) => `${day} ${part}`)).toEqual([
      '2026-04-13 before',
      '2026-04-14 trip',
      '2026-04-15 trip',
      '2026-04-16 trip',
      '2026-04-17 after',
    ])
  })

  test('the rail counts the entries of days and marks today', () => {
    const days = railDays(trip, ['2026-04-15', '2026-04-14', '2026-04-15'], [], today)
    expect(days.map(({ entries }) => entries)).toEqual([0, 1, 2, 0, 0])
    expect(days.filter(({ isToday }) => isToday).map(({ day }) => day)).toEqual(['2026-04-15'])
  })

  test('the rail extends as far as there are entries, without empty days in between', () => {
    const days = railDays(trip, ['2026-04-10', '2026-04-20'], [], today).map(({ day }) => day)
    expect(days[0]).toBe('2026-04-10')
    expect(days[1]).toBe('2026-04-13')
    expect(days.at(-1)).toBe('2026-04-20')
  })

  test('the rail has days that were added, without duplicates', () => {
    const days = railDays(trip, ['2026-04-12'], ['2026-04-12', '2026-04-18'], today).map(({ day }) => day)
    expect(days.filter((day) => day === '2026-04-12')).toHaveLength(1)
    expect(days.at(-1)).toBe('2026-04-18')
  })

  test('the rail is right across the end of a month and of summer time', () => {
    const october = railDays({ firstDay: '2026-10-25', lastDay: '2026-10-31' }, [], [], today)
    expect(october.map(({ day }) => day.slice(5))).toEqual([
      '10-24',
      '10-25',
      '10-26',
      '10-27',
      '10-28',
      '10-29',
      '10-30',
      '10-31',
      '11-01',
    ])
  })

  test('the rail can be extended by one day at a time', () => {
    const days = railDays(trip, ['2026-04-10'], [], today)
    expect(nextTravelDay(days, 'before')).toBe('2026-04-09')
    expect(nextTravelDay(days, 'after')).toBe('2026-04-18')
  })

  test('each day belongs to a part of the trip', () => {
    expect(['2026-04-13', '2026-04-14', '2026-04-16', '2026-04-17'].map((day) => partOf(day, trip))).toEqual([
      'before',
      'trip',
      'trip',
      'after',
    ])
  })

  test('days that are left out count as a gap', () => {
    const days = railDays(trip, ['2026-04-10', '2026-04-20'], [], today)
    expect(days.filter(({ gap }) => gap > 0).map(({ day, gap }) => `${day} ${gap}`)).toEqual([
      '2026-04-13 2',
      '2026-04-20 2',
    ])
  })

  test('the rail of a trip of ten thousand years has its ends, its entries and the chosen day, with gaps in between', () => {
    const long = { firstDay: '0001-01-01', lastDay: '9999-12-31' }
    const days = railDays(long, ['1999-08-11'], ['2012-01-01'], today)
    expect(days.length).toBeLessThan(100)
    expect(days[0]?.day).toBe('0000-12-31')
    expect(days.at(-1)?.day).toBe('9999-12-31')
    const shown = days.map(({ day }) => day)
    expect(shown).toEqual(expect.arrayContaining(['1999-08-11', '2011-12-25', '2012-01-08', today]))
    expect(days.reduce((sum, { gap }) => sum + gap + 1, 0)).toBe(3_652_060)
    expect(nextTravelDay(days, 'after')).toBeNull()
  })

  test('of entries on very many days, only the days around the chosen one are drawn', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `${String(index).padStart(4, '0')}-05-05`)
    const days = railDays(trip, many, [], today)
    const drawn = drawnDays(days, '5000-05-05').map(({ day }) => day)
    expect(drawn).toHaveLength(800)
    expect(drawn).toContain('5000-05-05')
    expect(drawnDays(days, null)[0]?.day).toBe('0000-05-05')
  })
})
