import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  clockAt,
  compareInstants,
  dayAt,
  daysBetween,
  daysFromTo,
  minuteAt,
} from '../../electron/shared/time.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
]
const zone = fc.constantFrom(...zones)
const year = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString())
const instant = fc.oneof(
  year('1971-01-01', '2100-01-01'),
  year('2025-10-24', '2025-10-28'),
  year('0001-01-02', '9999-12-30'),
)
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const zoned = (at: string, timeZone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
const runs = { numRuns: 500 }

describe('local time', () => {
  test('the day and the clock of a moment are those that Temporal gives, in every zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        expect(dayAt(at, timeZone)).toBe(zoned(at, timeZone).toPlainDate().toString())
        expect(clockAt(at, timeZone)).toBe(zoned(at, timeZone).toPlainTime().toString({ smallestUnit: 'minute' }))
      }),
      runs,
    )
  })

  test('the minute of a moment has the offset of its zone, even in the hour that the end of summer time repeats', () => {
    fc.assert(
      fc.property(
        fc.oneof(year('1975-01-01', '2100-01-01'), year('2025-10-24', '2025-10-28')),
        zone,
        (at, timeZone) => {
          const expected = zoned(at, timeZone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
          expect(minuteAt(at, timeZone)).toBe(expected.toString({ timeZoneName: 'never', smallestUnit: 'second' }))
        },
      ),
      runs,
    )
    expect(minuteAt('2026-10-25T00:30:59.999Z', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00')
    expect(minuteAt('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+01:00')
  })

  test('a local time that summer time skips is shifted, and of one that is repeated the first counts', () => {
    expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00')
    expect(instantAt('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00')
  })
})

describe('days', () => {
  test('days are added and counted as Temporal does it', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: -800, max: 800 }), (from, to, days) => {
        const date = Temporal.PlainDate.from(from)
        expect(daysBetween(from, to)).toBe(date.until(to, { largestUnit: 'day' }).days)
        expect(addDays(from, days)).toBe(date.add({ days }).toString())
      }),
      runs,
    )
  })

  test('a range of days includes both ends, and is empty if they are reversed', () => {
    expect(daysFromTo('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysFromTo('2026-03-01', '2026-02-27')).toEqual([])
  })
})

test('moments are ordered regardless of their offsets, down to the nanosecond', () => {
  expect(compareInstants('2026-04-14T10:45:00+02:00', '2026-04-14T08:45:00Z')).toBe(0)
  expect(compareInstants('2026-04-14T10:45:00+02:00', '2026-04-14T09:00:00Z')).toBeLessThan(0)
  expect(compareInstants('2026-04-14T08:45:00.000000002Z', '2026-04-14T08:45:00.000000001Z')).toBeGreaterThan(0)
  expect(compareInstants('2026-04-14T08:45:00.0000015Z', '2026-04-14T08:45:00.000001Z')).toBeGreaterThan(0)
})
