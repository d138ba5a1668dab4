import type { Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { momentAfter } from '../edits/moment-after.ts'
import { noteWriter } from '../trip-file/writers.ts'
import { checkTrip } from '../trip-file/check-trip.ts'

/** A pure function that must not modify the trip it is given. Returns the same trip if there is nothing to do. */
export type Change = (trip: Trip) => Result<Trip>

export interface ChangeOptions {
  /** Whether the change itself sets `updatedAt`, so that two computers that make it get the same state. */
  isDated: boolean
  /** The states from which the new one was made. */
  ancestors: string[] | undefined
  /** The name of this run among the writers of the trip. */
  writer: string
}

/** Computes the state after a change, including the fields that the change itself does not set. */
export function applyChange(trip: Trip, change: Change, { isDated, ancestors, writer }: ChangeOptions): Result<Trip> {
  const result = change(trip)
  if (!result.ok || result.value === trip) return result
  const { ancestors: ownAncestors, writers: ownWriters, ...changed } = result.value
  const updatedAt = isDated ? changed.updatedAt : momentAfter(trip.updatedAt)
  const newAncestors = isDated ? ownAncestors : ancestors
  const writers = isDated ? ownWriters : noteWriter(trip.writers, writer, updatedAt)
  return checkTrip(
    {
      ...changed,
      schemaVersion: trip.schemaVersion,
      id: trip.id,
      updatedAt,
      ...(newAncestors !== undefined && { ancestors: newAncestors }),
      ...(writers !== undefined && { writers }),
    },
    trip,
  )
}
