import { fail, ok, type Result } from '../../shared/result.ts'
import type { Report, Trip, TripChanges, TripDetails } from '../../shared/trip.ts'
import { defined } from './defined.ts'

/** Whether details make a trip that one can go on. */
export function checkDetails<T extends TripDetails>(details: T): Result<T> {
  if (details.title.trim() === '') return fail('input.invalid', 'The trip needs a title.')
  if (details.lastDay < details.firstDay) {
    return fail('input.invalid', `The last day (${details.lastDay}) is before the first (${details.firstDay}).`)
  }
  return ok(details)
}

/**
 * Changes a trip's details. Where the report still has the trip's title, authors or tags, it follows; what was written
 * for the report alone stays. Entries outside the new days stay where they are: they become travel days.
 */
export function saveTrip(trip: Trip, changes: TripChanges): Result<Trip> {
  return checkDetails({ ...trip, ...defined(changes), report: follow(trip, defined(changes)) })
}

function follow(trip: Trip, changes: TripChanges): Report {
  const { title, authors, tags } = changes
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
