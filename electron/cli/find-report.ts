import { render } from '../shared/messages/translate.ts'
import { inReport, reportsOf } from '../shared/report/in-report.ts'
import { reportName } from '../shared/report/report-name.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { OtherReport, Trip } from '../shared/trip.ts'
import { SHORTEST_PREFIX } from './find-trip.ts'

/** A report of a trip as the command line shows it. */
export const nameOf = (report: OtherReport): string => render(reportName(report))

/**
 * Finds the one report of a trip that has a given id, beginning of an id, name or kind.
 *
 * @param wanted the trip's first report if it is missing
 */
export function findReport(trip: Trip, wanted: string | undefined): Result<OtherReport> {
  const reports = reportsOf(trip)
  if (wanted === undefined) return ok(reports[0])
  const prefix = wanted.length >= SHORTEST_PREFIX ? wanted.toLowerCase() : null
  const exact = reports.find(({ id }) => id === wanted)
  const named = reports.filter((report) => nameOf(report) === wanted)
  const others = reports.filter(
    ({ id, kind = 'blog' }) => kind === wanted || (prefix !== null && id.startsWith(prefix)),
  )
  const [found, second] = exact ? [exact] : named.length > 0 ? named : others
  if (found !== undefined && second === undefined) return ok(found)
  const list = (found === undefined ? reports : named.length > 0 ? named : others).map(
    (report) => `${report.id} (${nameOf(report)})`,
  )
  return found === undefined
    ? fail('report.not-found', { name: wanted, reports: list })
    : fail('report.ambiguous', { name: wanted, count: list.length, reports: list })
}

/** The trip as one of its reports sees it. */
export function seenIn(trip: Trip, { id }: OtherReport): Trip {
  return inReport(trip, id) ?? trip
}
