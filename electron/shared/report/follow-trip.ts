import type { Report, Trip, TripChanges } from '../trip.ts'

/**
 * The report of a trip whose details are changed: its title, authors and tags follow those of the trip as long as they
 * are the same.
 *
 * @param trip before the change
 */
export function followTrip(trip: Trip, { title, authors, tags }: TripChanges): Report {
  const { report } = trip
  const newTitle = title !== undefined && report.title === trip.title ? title : report.title
  const newAuthors = authors !== undefined && isSame(report.authors, trip.authors) ? authors : report.authors
  const newTags = tags !== undefined && isSame(report.tags, trip.tags) ? tags : report.tags
  if (newTitle === report.title && newAuthors === report.authors && newTags === report.tags) return report
  return { ...report, title: newTitle, authors: newAuthors, tags: newTags }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}
