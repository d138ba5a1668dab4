import type { OtherReport, Report, ReportChanges, Trip } from '../trip.ts'

/*
 * A trip has several reports, and almost everything is about one of them. It gets the trip with that report in the place
 * of the first one, and need not know that there are others.
 */

/** The id of the report that a trip is seen in: the trip's own id for its first report. */
export function reportIdOf({ id, report }: Pick<Trip, 'id' | 'report'>): string {
  return 'id' in report && typeof report.id === 'string' ? report.id : id
}

/**
 * The trip as one of its reports sees it: `report` is that report, and the first one is in its place among the others.
 * This can be undone by asking for the first report, whose id is that of the trip, and has to be before the trip is
 * saved.
 *
 * @returns `null` if the trip has no such report
 */
export function inReport(trip: Trip, reportId: string): Trip | null {
  const shown = reportIdOf(trip)
  if (shown === reportId) return trip
  const others = trip.reports ?? []
  const index = others.findIndex(({ id }) => id === reportId)
  const wanted = others[index]
  if (wanted === undefined) return null
  const { id: _, ...first } = wanted
  return {
    ...trip,
    report: reportId === trip.id ? first : wanted,
    reports: others.with(index, { ...trip.report, id: shown }),
  }
}

/** All reports of a trip, the first one first, whichever of them it is seen in. */
export function reportsOf(trip: Pick<Trip, 'id' | 'report' | 'reports'>): readonly [OtherReport, ...OtherReport[]] {
  const shown = { ...trip.report, id: reportIdOf(trip) }
  const others = trip.reports ?? []
  const first = others.find(({ id }) => id === trip.id)
  if (first === undefined) return [shown, ...others]
  return [first, ...others.map((report) => (report === first ? shown : report))]
}

/** A trip after a change of one of its reports, seen in the same report as before; unchanged if it has no such report. */
export function changeReport(trip: Trip, reportId: string, changes: ReportChanges): Trip {
  const seen = inReport(trip, reportId)
  if (seen === null) return trip
  return inReport({ ...seen, report: { ...seen.report, ...changes } }, reportIdOf(trip)) ?? trip
}

/** The reports of a trip after a change of each. */
export function changeReports(
  { report, reports }: Pick<Trip, 'report' | 'reports'>,
  change: (report: Report) => Report,
): Pick<Trip, 'report' | 'reports'> {
  return {
    report: change(report),
    ...(reports && {
      reports: reports.map((other) => {
        const changed = change(other)
        return changed === other ? other : { ...changed, id: other.id }
      }),
    }),
  }
}
