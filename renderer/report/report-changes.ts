import { type Inclusions, recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Report, ReportChanges, ReportEntry, Trip } from '../../electron/shared/trip.ts'

/** The change of the report that changes how one entry appears in it. */
export function changeRecord(report: Inclusions, entryId: string, changes: Partial<ReportEntry>): ReportChanges {
  return { entries: { ...report.entries, [entryId]: { ...recordOf(report, entryId), ...changes } } }
}

/**
 * The change that sets whether the report takes in new entries. Those that are there already stay in it or out of it as
 * they are.
 */
export function changeIncludesNew(
  { entries, report }: Pick<Trip, 'entries' | 'report'>,
  includesNew: boolean,
): ReportChanges {
  const kept = entries.map(({ id }) => [id, recordOf(report, id)])
  return { includesNew, entries: { ...report.entries, ...Object.fromEntries(kept) } }
}

/** The change to the report that sets the heading of a day; `null` returns it to the automatic one. */
export function changeDayHeading({ dayHeadings }: Report, day: string, heading: string | null): ReportChanges {
  const { [day]: _, ...others } = dayHeadings.own
  return { dayHeadings: { ...dayHeadings, own: heading === null ? others : { ...others, [day]: heading } } }
}
