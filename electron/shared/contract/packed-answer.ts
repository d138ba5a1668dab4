import type { Result } from '../result.ts'

/**
 * An answer with long lists, as JSON. Electron copies objects into the page value by value, which takes many times as
 * long as parsing them there: half a second for a trip of 40,000 entries, in which the window does nothing else.
 */
export interface PackedAnswer {
  packed: string
}

/** The length from which a list makes an answer one that is packed. */
const LONG = 1_000
/** Lists are at most this deep in answers: `value.trip.entries`, `value.post.tree.children`. */
const DEPTH = 4

/** Packs an answer if it has long lists. */
export function pack(answer: Result<unknown>): Result<unknown> | PackedAnswer {
  return hasLongList(answer, DEPTH) ? { packed: JSON.stringify(answer) } : answer
}

function hasLongList(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return value.length >= LONG
  if (typeof value !== 'object' || value === null || depth === 0) return false
  return Object.values(value).some((part) => hasLongList(part, depth - 1))
}

export function isPacked(answer: object): answer is PackedAnswer {
  return 'packed' in answer
}
