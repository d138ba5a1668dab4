import { fail, ok, type Result } from '../../shared/result.ts'
import { MAX_TRIP_DAYS, problemOfDays } from '../../shared/trip-days.ts'
import { followTrip } from '../../shared/report/follow-trip.ts'
import type { Trip, TripChanges, TripDetails } from '../../shared/trip.ts'
import { defined } from './defined.ts'

/** Checks whether the details are those of a possible trip. */
export function checkDetails<T extends TripDetails>(details: T): Result<T> {
  if (details.title.trim() === '') return fail('input.title-missing')
  return checkDays(details)
}

function checkDays<T extends TripDetails>(details: T): Result<T> {
  const { firstDay, lastDay } = details
  const problem = problemOfDays(details)
  if (problem === 'reversed') return fail('input.days-reversed', { firstDay, lastDay })
  return problem === null ? ok(details) : fail('input.trip-too-long', { firstDay, lastDay, limit: MAX_TRIP_DAYS })
}

/**
 * Changes a trip's details. Report fields that still match the trip's title, authors or tags change with them; fields
 * that were edited in the report stay. Entries outside the new dates stay where they are: their days become travel
 * days. Impossible days are refused, unless the trip has had them before: its other details can still be changed.
 */
export function saveTrip(trip: Trip, changes: TripChanges): Result<Trip> {
  const changed = { ...trip, ...defined(changes), ...followTrip(trip, changes) }
  if (changed.title.trim() === '') return fail('input.title-missing')
  const hasSameDays = changed.firstDay === trip.firstDay && changed.lastDay === trip.lastDay
  return hasSameDays ? ok(changed) : checkDays(changed)
}
