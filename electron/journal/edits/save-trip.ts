import { fail, ok, type Result } from '../../shared/result.ts'
import type { Report, Trip, TripChanges, TripDetails } from '../../shared/trip.ts'
import { defined } from './defined.ts'

/** Checks whether the details are those of a possible trip. */
export function checkDetails<T extends TripDetails>(details: T): Result<T> {
  if (details.title.trim() === '') return fail('input.title-missing')
  if (details.lastDay < details.firstDay) {
    return fail('input.days-reversed', { firstDay: details.firstDay, lastDay: details.lastDay })
  }
  return ok(details)
}

/**
 * Changes a trip's details. Report fields that still match the trip's title, authors or tags change with them; fields
 * that were edited in the report stay. Entries outside the new dates stay where they are: their days become travel
 * days.
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
