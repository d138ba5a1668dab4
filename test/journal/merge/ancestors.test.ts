import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { commonAncestors, joinAncestors } from '../../../electron/journal/merge/ancestors.ts'
import { minute, writtenTrip } from '../../support/written-trip.ts'

const instants = fc
  .array(fc.integer({ min: 0, max: 60 * 24 * 400 }), { maxLength: 120 })
  .map((minutes) => minutes.map((number) => minute(number)))

it('a trip has the ancestors of both sides, newest last and without duplicates', () => {
  expect(joinAncestors([minute(5), minute(1)], [minute(3), minute(5)])).toEqual([minute(1), minute(3), minute(5)])
  expect(joinAncestors(undefined, undefined)).toBeUndefined()
})

it('a time is the same in whatever zone it was written', () => {
  expect(joinAncestors(['2026-04-14T10:00:00+02:00'], ['2026-04-14T08:00:00.000Z'])).toEqual([
    '2026-04-14T08:00:00.000Z',
  ])
})

it('the ancestors of years are few, with the last of each day and month', () => {
  const hours = Array.from({ length: 24 * 200 }, (_, index) => minute(index * 60))
  const kept = joinAncestors(hours) ?? []
  expect(kept.length).toBeLessThan(60)
  expect(kept.at(-1)).toBe(hours.at(-1))
  expect(kept[0]?.slice(0, 13)).toBe('2026-04-30T23')
})

it('joining a part of the ancestors again changes nothing, in any order', () => {
  fc.assert(
    fc.property(instants, instants, (one, other) => {
      const joined = joinAncestors(one, other)
      expect(joinAncestors(other, one)).toEqual(joined)
      expect(joinAncestors(joined, one)).toEqual(joined)
      expect(joinAncestors(joined, joinAncestors(other))).toEqual(joined)
    }),
  )
})

it('two trips know their common ancestors, newest first', () => {
  const one = writtenTrip({ ancestors: [minute(1), minute(2), minute(4)], updatedAt: minute(9) })
  const other = writtenTrip({ ancestors: [minute(1), minute(2), minute(3)], updatedAt: minute(4) })
  expect(commonAncestors(one, other)).toEqual([minute(4), minute(2), minute(1)])
  expect(commonAncestors(one, writtenTrip({ updatedAt: minute(7) }))).toEqual([])
})
