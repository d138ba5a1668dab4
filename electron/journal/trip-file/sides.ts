import { isDeepStrictEqual } from 'node:util'
import { compareInstants } from '../../shared/time.ts'

/**
 * Two states of one thing that were made apart, and the one that both were made from; `undefined`: that is not known.
 * Which of the two is the newer has been decided in a way that does not depend on who asks, so that two computers that
 * merge the same two states come to the same result.
 */
export interface Sides<T> {
  base: T | undefined
  newer: T
  older: T
}

/** What becomes of two values. A clash: both sides changed it, and the older side's value is not in the result. */
export interface Merged<T> {
  value: T
  clash: boolean
}

/** The same part of each side. */
export function on<T, V>({ base, newer, older }: Sides<T>, get: (of: T) => V): Sides<V> {
  return { base: base === undefined ? undefined : get(base), newer: get(newer), older: get(older) }
}

/** Puts two states in order: by the time of their last change, and where that is equal by what they say. */
export function sidesOf<T extends { updatedAt: string }>(base: T | undefined, a: T, b: T): Sides<T> {
  return isNewer(a, b) ? { base, newer: a, older: b } : { base, newer: b, older: a }
}

function isNewer<T extends { updatedAt: string }>(a: T, b: T): boolean {
  const difference = compareTimes(a.updatedAt, b.updatedAt)
  return difference === 0 ? stableJson(a) > stableJson(b) : difference > 0
}

/** Orders two moments; negative where `a` is earlier. */
export function compareTimes(a: string, b: string): number {
  return a === b ? 0 : compareInstants(a, b)
}

/** The moment a millisecond later, in UTC: a state that was merged is newer than those that went into it. */
export function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString()
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || isDeepStrictEqual(a, b)
}

/** The same text whether a state comes from a file or was made a moment ago: there its keys stand in another order. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, inOrder)
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
