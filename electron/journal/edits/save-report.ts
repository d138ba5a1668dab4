import { inReport } from '../../shared/report/in-report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { OtherReport, Report, ReportChanges, Section, Trip } from '../../shared/trip.ts'
import { defined } from './defined.ts'

/**
 * Changes a report; each key is replaced as a whole. An entry can be in a report only once, so it stays in the first
 * section that names it. Entries that the trip does not have are dropped; deleted ones keep their place in case they are
 * restored.
 *
 * @param reportId the report; the trip's first one by default
 */
export function saveReport(trip: Trip, changes: ReportChanges, reportId = trip.id): Result<Trip> {
  const seen = inReport(trip, reportId)
  if (seen === null) return fail('report.missing')
  const report = tidy({ ...seen.report, ...defined(changes) }, trip)
  return ok(inReport({ ...seen, report }, trip.id) ?? trip)
}

/**
 * Adds a report, or puts a deleted one back. If the trip has it already, nothing changes.
 *
 * @param at its place among the reports after the first, from 0; `null` for the end
 */
export function putReport(trip: Trip, report: OtherReport, at: number | null): Result<Trip> {
  const others = trip.reports ?? []
  if ([trip, ...others].some(({ id }) => id === report.id)) return ok(trip)
  return ok({ ...trip, reports: others.toSpliced(at ?? others.length, 0, { ...tidy(report, trip), id: report.id }) })
}

/** Removes a report, but never the first one: a trip always has one. */
export function removeReport(trip: Trip, reportId: string): Result<Trip> {
  if (reportId === trip.id) return fail('report.first')
  const { reports = [], ...others } = trip
  const left = reports.filter(({ id }) => id !== reportId)
  if (left.length === reports.length) return fail('report.missing')
  return ok(left.length === 0 ? others : { ...others, reports: left })
}

function tidy(report: Report, trip: Trip): Report {
  const known = new Set([...trip.entries, ...trip.deleted.map(({ entry }) => entry)].map((entry) => entry.id))
  return {
    ...report,
    sections: nameOnce(report.sections, known),
    entries: Object.fromEntries(Object.entries(report.entries).filter(([id]) => known.has(id))),
  }
}

function nameOnce(sections: readonly Section[], known: ReadonlySet<string>): Section[] {
  const named = new Set<string>()
  return sections.map((section) => ({
    ...section,
    entryIds: section.entryIds.filter((id) => {
      if (!known.has(id) || named.has(id)) return false
      named.add(id)
      return true
    }),
  }))
}
