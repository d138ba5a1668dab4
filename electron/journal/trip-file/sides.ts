import { isDeepStrictEqual } from 'node:util'
import { compareInstants } from '../../shared/time.ts'

/**
 * Two states of one thing that were made independently, and the state from which both were made; `undefined` if it is
 * unknown. Which of the two is newer is decided the same way everywhere, so that two computers that merge the same two
 * states get the same result.
 */
export interface Sides<T> {
  base: T | undefined
  newer: T
  older: T
}

/**
 * The result of merging two values. A clash means that both sides changed it, and the result does not contain the older
 * side's value.
 */
export interface Merged<T> {
  value: T
  clash: boolean
}

/** The same property of each side. */
export function on<T, V>({ base, newer, older }: Sides<T>, get: (of: T) => V): Sides<V> {
  return { base: base === undefined ? undefined : get(base), newer: get(newer), older: get(older) }
}

/** Orders two states by the time of their last change or, if that is equal, by their content. */
export function sidesOf<T extends { updatedAt: string }>(base: T | undefined, a: T, b: T): Sides<T> {
  return isNewer(a, b) ? { base, newer: a, older: b } : { base, newer: b, older: a }
}

function isNewer<T extends { updatedAt: string }>(a: T, b: T): boolean {
  const difference = compareTimes(a.updatedAt, b.updatedAt)
  return difference === 0 ? stableJson(a) > stableJson(b) : difference > 0
}

/** Orders two times; negative if `a` is earlier. */
export function compareTimes(a: string, b: string): number {
  return a === b ? 0 : compareInstants(a, b)
}

/** The time a millisecond later, in UTC: a merged state is newer than those that went into it. */
export function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString()
}

/** Whether two values are equal, regardless of the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || isDeepStrictEqual(a, b)
}

/** JSON with sorted keys: the keys of a state from a file may have another order than those of a new state. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, inOrder)
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
