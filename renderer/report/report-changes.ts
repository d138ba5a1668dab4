import { type Inclusions, recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Report, ReportChanges, ReportEntry } from '../../electron/shared/trip.ts'

/** The change of the report that changes how one entry appears in it. */
export function changeRecord(report: Inclusions, entryId: string, changes: Partial<ReportEntry>): ReportChanges {
  return { entries: { ...report.entries, [entryId]: { ...recordOf(report, entryId), ...changes } } }
}

/** The change to the report that sets the heading of a day; `null` returns it to the automatic one. */
export function changeDayHeading({ dayHeadings }: Report, day: string, heading: string | null): ReportChanges {
  const { [day]: _, ...others } = dayHeadings.own
  return { dayHeadings: { ...dayHeadings, own: heading === null ? others : { ...others, [day]: heading } } }
}
