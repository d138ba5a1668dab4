import { expect, test } from 'vitest'
import { whyEmpty } from '../../../electron/shared/report/empty-report.ts'
import type { Entry, Report } from '../../../electron/shared/trip.ts'
import { writtenNote, writtenTrip } from '../../support/written-trip.ts'

function why(entries: Entry[], changes: Partial<Report> = {}) {
  const trip = writtenTrip({ entries })
  return whyEmpty({ ...trip, report: { ...trip.report, ...changes } })
}

test('an empty post says whether nothing is written, everything is left out, or no entry is in a section', () => {
  expect(why([writtenNote(1, { title: 'Only a title', text: '' })])).toEqual({ reason: 'nothing-written', count: 0 })
  expect(why([writtenNote(1, { text: 'x', private: true })])).toEqual({ reason: 'left-out', count: 1 })
  const entries = [writtenNote(1, { text: 'x' }), writtenNote(2, { text: 'y' }), writtenNote(3, { text: '' })]
  expect(why(entries, { arrangement: 'theme' })).toEqual({ reason: 'unfiled', count: 2 })
})
