import { expect, test } from 'vitest'
import { checkTrip } from '../../../electron/journal/check/check-trip.ts'
import type { CheckRemark } from '../../../electron/shared/check/remark.ts'
import { countReadWords } from '../../../electron/shared/words.ts'
import { type ReportWithProgramme, reportsWithProgrammes } from '../../support/check-reports.ts'
import { type Planted, plantErrors } from '../../support/plant-errors.ts'

const reports = reportsWithProgrammes()
const PER_REPORT = 10

const wordsIn = ({ trip }: ReportWithProgramme) =>
  [trip.report.lead, ...trip.entries.map(({ text }) => text)].reduce((sum, text) => sum + countReadWords(text), 0)

/** Whether a remark is about the words that are wrong. */
function finds({ where, entryId }: CheckRemark, { field, from, to }: Planted): boolean {
  if (where === null) return false
  if (field.of === 'day') return where.field.of === 'day' && entryId === field.entryId
  return JSON.stringify(where.field) === JSON.stringify(field) && where.from < to && from < where.to
}

test('the reports with programmes have no false alarm in a thousand words', () => {
  const words = reports.reduce((sum, report) => sum + wordsIn(report), 0)
  const alarms = reports.flatMap((report) =>
    checkTrip({ ...report, choices: null }).map(({ code, text, suggestion }) => [report.name, code, text, suggestion]),
  )
  expect(reports.length).toBe(20)
  expect(words).toBeGreaterThan(4000)
  expect(alarms.length > words / 1000 ? alarms : []).toEqual([])
})

test('of two hundred planted errors, at least 95 in a hundred are found', () => {
  const missed: unknown[] = []
  let count = 0
  for (const [index, report] of reports.entries()) {
    const { trip, planted } = plantErrors(report, PER_REPORT, 100 + index)
    const remarks = checkTrip({ trip, programme: report.programme, choices: null })
    for (const error of planted) {
      count++
      if (remarks.some((remark) => finds(remark, error))) continue
      missed.push([report.name, error.kind, error.wrong, error.right])
    }
  }
  expect(count).toBe(200)
  expect(missed.length > count * 0.05 ? missed : []).toEqual([])
})
