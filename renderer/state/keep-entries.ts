import type { Entry } from '../../electron/shared/trip.ts'

/**
 * The entries of a new state, but the same objects as before where nothing has changed, and the same array if nothing
 * has changed at all. What was derived from an entry stays valid, so that one change among 40,000 entries costs little.
 */
export function keepEntries(before: Entry[], after: Entry[]): Entry[] {
  let places: Map<string, Entry> | undefined
  let isWhole = before.length === after.length
  const kept = after.map((entry, index) => {
    const here = before[index]
    const known = here?.id === entry.id ? here : (places ??= new Map(before.map((one) => [one.id, one]))).get(entry.id)
    const same = known !== undefined && isEqual(known, entry) ? known : entry
    if (same !== here) isWhole = false
    return same
  })
  return isWhole ? before : kept
}

/** Whether two values from JSON are equal. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key], b[key]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
