import { type Trip, TRIP_SCHEMA_VERSION, tripSchema } from '../../shared/trip.ts'
import type { TripJson } from './migrate.ts'

/** Maximum number of attempts to remove unknown keys. */
const ROUNDS = 50

/**
 * Reads what this version of Lanyard understands of a file that a newer one wrote: unknown keys are left out. The
 * result must not be saved.
 *
 * @returns `null` if the format of known keys has changed
 */
export function readNewer(json: TripJson): Trip | null {
  const copy = structuredClone({ ...json, schemaVersion: TRIP_SCHEMA_VERSION })
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = tripSchema.safeParse(copy)
    if (parsed.success) return parsed.data
    let isLess = false
    for (const issue of parsed.error.issues) {
      if (issue.code !== 'unrecognized_keys') return null
      for (const key of issue.keys) isLess = removeKey(copy, issue.path, key) || isLess
    }
    if (!isLess) return null
  }
  return null
}

function removeKey(json: unknown, path: readonly PropertyKey[], key: string): boolean {
  const [next, ...rest] = path
  if (json === null || typeof json !== 'object') return false
  return next === undefined ? Reflect.deleteProperty(json, key) : removeKey(Reflect.get(json, next), rest, key)
}
