import { defaultReportEntry, type Report, type ReportEntry } from '../trip.ts'

/** How an entry appears in the report. */
export function recordOf(report: Pick<Report, 'entries'>, entryId: string): ReportEntry {
  return report.entries[entryId] ?? defaultReportEntry
}
