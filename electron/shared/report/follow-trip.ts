import type { Report, Trip, TripChanges } from '../trip.ts'
import { changeReports } from './in-report.ts'

/**
 * The reports of a trip whose details are changed: the title, authors and tags of each follow those of the trip as long
 * as they are the same.
 *
 * @param trip before the change
 */
export function followTrip(trip: Trip, changes: TripChanges): Pick<Trip, 'report' | 'reports'> {
  return changeReports(trip, (report) => follow(report, trip, changes))
}

function follow(report: Report, trip: Trip, { title, authors, tags }: TripChanges): Report {
  const newTitle = title !== undefined && report.title === trip.title ? title : report.title
  const newAuthors = authors !== undefined && isSame(report.authors, trip.authors) ? authors : report.authors
  const newTags = tags !== undefined && isSame(report.tags, trip.tags) ? tags : report.tags
  if (newTitle === report.title && newAuthors === report.authors && newTags === report.tags) return report
  return { ...report, title: newTitle, authors: newAuthors, tags: newTags }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}
