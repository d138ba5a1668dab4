import { recordOf } from '../../electron/shared/report/arrange-report.ts'
import type { Report, ReportChanges, ReportEntry } from '../../electron/shared/trip.ts'

/** The change of the report that changes how one entry appears in it. */
export function changeRecord(
  report: Pick<Report, 'entries'>,
  entryId: string,
  changes: Partial<ReportEntry>,
): ReportChanges {
  return { entries: { ...report.entries, [entryId]: { ...recordOf(report, entryId), ...changes } } }
}

/** The change of the report that gives a day a heading of its own, or with `null` the automatic one again. */
export function changeDayHeading({ dayHeadings }: Report, day: string, heading: string | null): ReportChanges {
  const { [day]: _, ...others } = dayHeadings.own
  return { dayHeadings: { ...dayHeadings, own: heading === null ? others : { ...others, [day]: heading } } }
}
