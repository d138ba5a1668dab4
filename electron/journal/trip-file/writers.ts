import { createHash } from 'node:crypto'
import { compareInstants } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'

/** Writer -> the moment of the last state of theirs that went into a state. */
export type Writers = Readonly<Record<string, string>>

/** So many of those who wrote last are known by name. Of one who is forgotten, one no longer knows that it is known. */
const MOST = 60

/**
 * @param at later than what is known of this writer
 * @returns sorted by name, so that equal ones are written in equal bytes
 */
export function noteWriter(writers: Writers | undefined, writer: string, at: string): Writers {
  // As in nearly every save: nothing of the order changes.
  if (writers?.[writer] !== undefined) return { ...writers, [writer]: at }
  return sorted(joinWriters(writers, { [writer]: at }) ?? {})
}

/** What went into either of two states. */
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
 * Whether all that is in one state of a trip went into another. A writer goes on from what they wrote last, so it is
 * enough that the writer of the earlier state has come so far in the later one. `false` also where nobody knows.
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
 * The last moment until which both states have what one writer wrote: what both went on from is not newer.
 *
 * @returns `null` where both have nothing of any one writer
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
 * The writer of a state that nobody wrote: two were merged, or somebody has edited the file by hand. Its name follows
 * from what it says, so that two computers that come to the same state call it the same, and never two that differ.
 */
export function writerOf(how: 'merged' | 'edited', content: Uint8Array | string): string {
  return `${how}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
}

function sorted(writers: Writers): Writers {
  const newest = Object.entries(writers)
    .toSorted(([one, at], [other, then]) => compareInstants(then, at) || (one < other ? -1 : 1))
    .slice(0, MOST)
  return Object.fromEntries(newest.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
