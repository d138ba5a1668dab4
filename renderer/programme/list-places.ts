import type { IndexedSession } from '../../electron/shared/programme/index-sessions.ts'

/** The heights of the list's parts, in pixels. */
export interface RowSizes {
  readonly row: number
  /** The name of a day above its first session, or the free time before a session. */
  readonly head: number
}

/** Where each row of the list stands. */
export interface ListPlaces {
  /** The top of each row, its heading included, in pixels. */
  readonly tops: readonly number[]
  readonly height: number
  /** Whether a row is the first of its day, and shows its name. */
  readonly isFirst: (index: number) => boolean
  /** Whether there are words above a row: the name of its day, or the free time before it. */
  readonly hasHead: (index: number) => boolean
}

const noGaps: ReadonlyMap<string, string> = new Map()

/** @param gaps session id -> the free time before it, in words */
export function placeRows(
  sessions: readonly IndexedSession[],
  { row, head }: RowSizes,
  gaps: ReadonlyMap<string, string> = noGaps,
): ListPlaces {
  const isFirst = (index: number) => sessions[index]?.session.day !== sessions[index - 1]?.session.day || index === 0
  const hasHead = (index: number) => isFirst(index) || gaps.has(sessions[index]?.session.id ?? '')
  const tops: number[] = []
  let height = 0
  for (const index of sessions.keys()) {
    tops.push(height)
    height += row + (hasHead(index) ? head : 0)
  }
  return { tops, height, isFirst, hasHead }
}

/**
 * The rows that are drawn: those that are seen, and a few around them.
 *
 * @param margin how many more rows are drawn above and below
 */
export function drawnRows(
  { tops, height }: ListPlaces,
  seen: { top: number; height: number },
  margin: number,
): { from: number; to: number } {
  const top = Math.max(0, Math.min(seen.top, height - seen.height))
  return {
    from: Math.max(0, lastUpTo(tops, top) - margin),
    to: Math.min(tops.length, lastUpTo(tops, top + seen.height) + 1 + margin),
  }
}

/** The index of the last row whose top is not below a height. */
function lastUpTo(tops: readonly number[], height: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}
