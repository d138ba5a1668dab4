import type { Entry } from '../../electron/shared/trip.ts'

/**
 * The entries of a new state, but the same objects as before where nothing has changed, and the same array if nothing
 * has changed at all. What was derived from an entry stays valid, so that one change among 40,000 entries costs little.
 */
export function keepEntries(before: Entry[], after: Entry[]): Entry[] {
  let places: Map<string, Entry> | undefined
  let isWhole = before.length === after.length
  /** Where the next entry was, if none was added, deleted or moved just before it. */
  let next = 0
  const find = ({ id }: Entry): Entry | undefined => {
    if (before[next]?.id !== id && before[next + 1]?.id === id) next++
    if (before[next]?.id === id) return before[next++]
    return (places ??= new Map(before.map((one) => [one.id, one]))).get(id)
  }
  const kept = after.map((entry, index) => {
    const known = find(entry)
    const same = known !== undefined && isEqual(known, entry) ? known : entry
    if (same !== before[index]) isWhole = false
    return same
  })
  return isWhole ? before : kept
}

/** Whether two values from JSON are equal. It makes no lists of keys, which would be garbage for each entry. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  let more = 0
  for (const key in a) {
    if (!(key in b) || !isEqual(a[key], b[key])) return false
    more++
  }
  for (const _ in b) more--
  return more === 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
