import { type Trip, TRIP_SCHEMA_VERSION, tripSchema } from '../../shared/trip.ts'
import type { TripJson } from './migrate.ts'

/** So often is something unknown taken out before one gives up. */
const ROUNDS = 50

/**
 * What this version of Lanyard can make of a file that a newer one wrote, for reading only: the keys that it does not
 * know are left out.
 *
 * @returns `null` where what it does know has another form by now
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
