import { expect, test } from 'vitest'
import { recordOf } from '../../../electron/shared/report/report-entry.ts'
import { changeDayHeading, changeIncludesNew, changeRecord } from '../../../renderer/report/report-changes.ts'
import { writtenNote, writtenTrip } from '../../support/written-trip.ts'

test('changing how an entry appears in the report leaves the rest of its record and all others', () => {
  const trip = writtenTrip({ entries: [writtenNote(1), writtenNote(2)] })
  const [a = '', b = ''] = trip.entries.map(({ id }) => id)
  const once = { ...trip.report, ...changeRecord(trip.report, a, { heading: 'Own' }) }
  const twice = { ...once, ...changeRecord(once, b, { include: false }) }
  const thrice = { ...twice, ...changeRecord(twice, a, { include: false }) }
  expect(recordOf(thrice, a)).toEqual({ include: false, heading: 'Own', excerpt: null, talk: null })
  expect(recordOf(thrice, b)).toEqual({ include: false, heading: null, excerpt: null, talk: null })
})

test('a day can get a custom heading, an empty one, and the automatic one again', () => {
  const { report } = writtenTrip()
  const own = { ...report, ...changeDayHeading(report, '2026-04-14', 'Arrival') }
  expect(own.dayHeadings.own).toEqual({ '2026-04-14': 'Arrival' })
  const none = { ...own, ...changeDayHeading(own, '2026-04-14', '') }
  expect(none.dayHeadings.own).toEqual({ '2026-04-14': '' })
  expect(changeDayHeading(none, '2026-04-14', null)).toEqual({ dayHeadings: { style: 'ordinal', own: {} } })
})

test('whether new entries are included changes nothing about those that are there already', () => {
  const trip = writtenTrip({ entries: [writtenNote(1), writtenNote(2)] })
  const [a = '', b = ''] = trip.entries.map(({ id }) => id)
  const report = { ...trip.report, ...changeRecord(trip.report, b, { include: false }) }
  const closed = { ...report, ...changeIncludesNew({ ...trip, report }, false) }
  const open = { ...closed, ...changeIncludesNew({ ...trip, report: closed }, true) }
  for (const [state, isNewIncluded] of [
    [closed, false],
    [open, true],
  ] as const) {
    expect([a, b, 'a new one'].map((id) => recordOf(state, id).include)).toEqual([true, false, isNewIncluded])
  }
})
