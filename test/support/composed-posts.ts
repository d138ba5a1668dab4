import { stringifyMarkdown } from '../../electron/journal/markdown/stringify-markdown.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { defaultReportEntry, type Entry, type Report, type ReportEntry, type Trip } from '../../electron/shared/trip.ts'
import { tripWith } from './library.ts'

/** A trip from 14 to 16 April 2026 with these entries and these changes to its report. */
export function tripWithReport(entries: Entry[], changes: Partial<Report> = {}, language = 'en'): Trip {
  const trip = tripWith(entries, { language })
  return { ...trip, report: { ...trip.report, publishedOn: '2026-05-01', ...changes } }
}

/** Records for entries, with the changes to the defaults. */
export function records(...changes: [entry: Entry, change: Partial<ReportEntry>][]): Report['entries'] {
  return Object.fromEntries(changes.map(([entry, change]) => [entry.id, { ...defaultReportEntry, ...change }]))
}

/** The text of a trip's post, as Markdown. */
export function postText(trip: Trip): string {
  return stringifyMarkdown(composePost(trip).post.tree)
}

/** The remarks on a report, in words. */
export function remarksOf(trip: Trip) {
  return composePost(trip).remarks.map(({ message, at }) => ({ message: render(message), at }))
}

/** The messages of the remarks on a report, in words. */
export function remarkMessages(trip: Trip): string[] {
  return composePost(trip).remarks.map(({ message }) => render(message))
}
