import { createHash } from 'node:crypto'
import { compareInstants } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'

/** Writer -> the time of its last state that went into a state. */
export type Writers = Readonly<Record<string, string>>

/** Maximum number of remembered writers. Once a writer is dropped, its versions look new again. */
const MAX_WRITERS = 60

/**
 * @param at later than what is recorded for this writer
 * @returns sorted by name, so that equal lists have equal bytes
 */
export function noteWriter(writers: Writers | undefined, writer: string, at: string): Writers {
  // The usual case: the order does not change.
  if (writers?.[writer] !== undefined) return { ...writers, [writer]: at }
  return sorted(joinWriters(writers, { [writer]: at }) ?? {})
}

/** The writers of both states. */
export function joinWriters(one: Writers | undefined, other: Writers | undefined): Writers | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const joined: Record<string, string> = { ...one }
  for (const [writer, at] of Object.entries(other)) {
    const known = joined[writer]
    if (known === undefined || compareInstants(known, at) < 0) joined[writer] = at
  }
  return sorted(joined)
}

/**
 * Whether one state of a trip contains all of another. A writer always continues from what it wrote last, so it
 * suffices to check how far the later state has followed the writer of the earlier one. Returns `false` if this is
 * unknown.
 */
export function descends(later: Trip, earlier: Trip): boolean {
  const last = Object.entries(earlier.writers ?? {}).filter(([, at]) => at === earlier.updatedAt)
  return (
    last.length > 0 &&
    last.every(([writer, at]) => {
      const until = later.writers?.[writer]
      return until !== undefined && compareInstants(until, at) >= 0
    })
  )
}

/**
 * The last time up to which both states include the same writer's changes: their common base is not newer than that.
 *
 * @returns `null` if no writer has contributed to both
 */
export function lastInCommon(one: Trip, other: Trip): string | null {
  const moments = Object.entries(one.writers ?? {}).flatMap(([writer, at]) => {
    const until = other.writers?.[writer]
    if (until === undefined) return []
    return [compareInstants(at, until) <= 0 ? at : until]
  })
  return moments.toSorted((a, b) => compareInstants(b, a))[0] ?? null
}

/**
 * The name of the writer of a merged or hand-edited state. It is derived from the content, so that two computers that
 * arrive at the same state use the same name, and never the same name for different states.
 */
export function writerOf(how: 'merged' | 'edited', content: Uint8Array | string): string {
  return `${how}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
}

function sorted(writers: Writers): Writers {
  const newest = Object.entries(writers)
    .toSorted(([one, at], [other, then]) => compareInstants(then, at) || (one < other ? -1 : 1))
    .slice(0, MAX_WRITERS)
  return Object.fromEntries(newest.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
