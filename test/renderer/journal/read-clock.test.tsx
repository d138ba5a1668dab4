import { describe, expect, test } from 'vitest'
import { readClock, readEnd, readStart } from '../../../renderer/journal/read-clock.ts'
import { formatZoneNote } from '../../../renderer/journal/entry-times.tsx'

const day = '2026-04-14'
const zone = 'Europe/Berlin'

describe('a time of day as it is typed', () => {
  test.each([
    ['10:45', '10:45'],
    ['9:05', '09:05'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['9', '09:00'],
    [' 23:59 ', '23:59'],
  ])('a time is read from %j', (typed, clock) => {
    expect(readClock(typed)).toBe(clock)
  })

  test.each(['24:00', '10:60', 'noon', '10:4', '12345', '-1'])('is not found in %j', (typed) => {
    expect(readClock(typed)).toBeNull()
  })

  test('a typed time is in the venue’s zone', () => {
    expect(readStart('10:45', day, zone)).toEqual({ ok: true, value: '2026-04-14T10:45:00+02:00' })
    expect(readStart('10:45', day, 'America/New_York')).toEqual({ ok: true, value: '2026-04-14T10:45:00-04:00' })
  })

  test('a time can be left out', () => {
    expect(readStart(' ', day, zone)).toEqual({ ok: true, value: null })
  })

  test('a text that is not a time is refused', () => {
    expect(readStart('soon', day, zone)).toMatchObject({ ok: false, error: { code: 'input.not-a-clock' } })
  })
})

describe('the end of a talk', () => {
  const start = '2026-04-14T22:00:00+02:00'

  test('the end of a talk is on the same day', () => {
    expect(readEnd('22:30', start, day, zone)).toEqual({ ok: true, value: '2026-04-14T22:30:00+02:00' })
  })

  test('an end after midnight is on the next day', () => {
    expect(readEnd('01:00', start, day, zone)).toEqual({ ok: true, value: '2026-04-15T01:00:00+02:00' })
  })

  test('an end before the start is refused', () => {
    expect(readEnd('10:15', '2026-04-14T10:45:00+02:00', day, zone)).toMatchObject({
      ok: false,
      error: { code: 'input.end-before-start' },
    })
  })
})

describe('the zone of a time', () => {
  test('the zone is named if this computer’s clock shows another time', () => {
    expect(formatZoneNote('2026-04-14T10:45:00+02:00', zone, 'America/New_York')).toBe('Berlin time; 04:45 here')
  })

  test('the zone is not named if this computer’s clock shows the same time', () => {
    expect(formatZoneNote('2026-04-14T10:45:00+02:00', zone, 'Europe/Paris')).toBe('')
    expect(formatZoneNote(null, zone, 'America/New_York')).toBe('')
  })
})
