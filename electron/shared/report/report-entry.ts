import { defaultReportEntry, type Entry, type Report, type ReportEntry } from '../trip.ts'

/** What a report says about which entries are in it, and with which words. */
export type Inclusions = Pick<Report, 'entries' | 'includesNew' | 'only' | 'texts'>

const leftOut: ReportEntry = { ...defaultReportEntry, include: false }

/** How an entry appears in the report. */
export function recordOf({ entries, includesNew }: Inclusions, entryId: string): ReportEntry {
  return entries[entryId] ?? (includesNew === false ? leftOut : defaultReportEntry)
}

/** Whether a report can have an entry at all: some are about one day only, or about talks only. */
export function isConcerned({ only }: Inclusions, { day, kind }: Entry): boolean {
  return (only?.day ?? day) === day && (only?.kind ?? kind) === kind
}
