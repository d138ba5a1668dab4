import { describe, expect, test } from 'vitest'
import { nextTravelDay, partOf, railDays } from '../../../renderer/journal/rail-days.ts'

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
})
