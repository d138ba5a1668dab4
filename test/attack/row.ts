import type { Cost } from './watch-blocks.ts'

/** What an attack is asked to do. */
export interface AttackOrder {
  /** How many inputs to try. An attack with a fixed list, such as one of all shapes, tries this many of it. */
  count: number
  /** The same seed makes the same inputs. */
  seed: number
  /** Whether to plant the hole that the attack looks for, in its own copy of a stage. It must then be found. */
  control: boolean
  /** Inputs that have not been tried by then are left out: a moment on the clock of `performance.now()`. */
  until?: number
}

/** The inputs of an attack, as long as it has time. At least one is tried. */
export function* inTime<T>(inputs: Iterable<T>, { until = Number.POSITIVE_INFINITY }: AttackOrder): Generator<T, void> {
  for (const input of inputs) {
    yield input
    if (performance.now() >= until) return
  }
}

/** The beginnings of the parts into which so many inputs are divided. */
export function* partsOf(all: number, size: number): Generator<number, void> {
  for (let start = 0; start < all; start += size) yield start
}

/** A row of the table: how one part of Lanyard was attacked, and with which result. */
export interface AttackRow {
  attack: string
  /** Number of inputs. */
  tried: number
  /** Number of inputs that did no harm. */
  held: number
  /** The first failures, each with what repeats it. */
  failures: string[]
  /** The longest time for which the main thread could do nothing else, in milliseconds; `null` if not measured. */
  longestMainBlock: number | null
  /** The same for the page's thread. */
  longestPageBlock: number | null
  /** By how much the memory (RSS) of the attacked process grew at most, in bytes; `null` if not measured. */
  peakMemory: number | null
  /** The input that took longest, where and how long; `null` if not measured. */
  slowest: string | null
  /** Why the attack could not be made on this machine. */
  skipped?: string
}

/** Attacks one part of Lanyard. */
export type Attack = (order: AttackOrder) => Promise<AttackRow[]>

/** Maximum number of failures that a row names. */
const MAX_FAILURES = 10

/** A row without any results yet. */
export function emptyRow(attack: string): AttackRow {
  return {
    attack,
    tried: 0,
    held: 0,
    failures: [],
    longestMainBlock: null,
    longestPageBlock: null,
    peakMemory: null,
    slowest: null,
  }
}

/** A row of an attack that needs something which this machine does not have. */
export function skippedRow(attack: string, why: string): AttackRow {
  return { ...emptyRow(attack), skipped: why }
}

/**
 * Counts one input.
 *
 * @param failure what went wrong, and what repeats it; `null` if nothing did
 */
export function count(row: AttackRow, failure: string | null): void {
  row.tried++
  if (failure === null) row.held++
  else if (row.failures.length < MAX_FAILURES) row.failures.push(failure)
}

/** The larger of two measurements, of which the first may be missing. */
export function most(known: number | null, measured: number): number {
  return Math.max(known ?? 0, measured)
}

const slowest = new WeakMap<AttackRow, number>()

/** Notes what an input cost. @param what names the input, and repeats it */
export function measure(row: AttackRow, { ms, longestBlock, peakMemory }: Cost, what: string): void {
  row.longestMainBlock = most(row.longestMainBlock, longestBlock)
  row.peakMemory = most(row.peakMemory, peakMemory)
  if (ms <= (slowest.get(row) ?? 0)) return
  slowest.set(row, ms)
  row.slowest = `${Math.round(ms)} ms, blocked ${Math.round(longestBlock)} ms: ${what}`
}

/**
 * Whether a row is bad news: something got through, or nothing was tried. Where a hole was planted, the bad news is that
 * it was not found.
 */
export function isBad(row: AttackRow, control: boolean): boolean {
  if (row.skipped !== undefined) return false
  const holds = row.held === row.tried
  return row.tried === 0 || (control ? holds : !holds)
}
