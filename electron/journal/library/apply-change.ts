import type { Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { momentAfter } from '../edits/moment-after.ts'
import { noteWriter } from '../trip-file/writers.ts'
import { checkTrip } from '../trip-file/check-trip.ts'

/** A pure function; it must not change the trip that it is given. The same trip back: nothing to do. */
export type Change = (trip: Trip) => Result<Trip>

/**
 * Works out the state after a change, with the fields that are not the change's to set.
 *
 * @param isDated the change has set when the trip was updated: two computers that do the same come to the same
 * @param ancestors the states that the new one is made from
 * @param writer who makes the change, in this run
 */
export function applyChange(
  trip: Trip,
  change: Change,
  isDated: boolean,
  ancestors: string[] | undefined,
  writer: string,
): Result<Trip> {
  const result = change(trip)
  if (!result.ok || result.value === trip) return result
  const { ancestors: ownAncestors, writers: ownWriters, ...changed } = result.value
  const updatedAt = isDated ? changed.updatedAt : momentAfter(trip.updatedAt)
  const made = isDated ? ownAncestors : ancestors
  const writers = isDated ? ownWriters : noteWriter(trip.writers, writer, updatedAt)
  return checkTrip(
    {
      ...changed,
      schemaVersion: trip.schemaVersion,
      id: trip.id,
      updatedAt,
      ...(made !== undefined && { ancestors: made }),
      ...(writers !== undefined && { writers }),
    },
    trip,
  )
}
