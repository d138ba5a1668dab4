import { timeOf } from './version-id.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Number of the newest versions that are always kept, whatever their age and size. */
export const ALWAYS_KEPT = 10
/** Minimum interval between versions, in milliseconds. */
export const VERSION_INTERVAL = 5 * MINUTE

/**
 * Decides which versions to keep: one for every 5 minutes of the last 24 hours, one a day for the last 30 days, and one
 * a month before that; always the newest of each. The newest 10 versions are always kept.
 *
 * Five-minute spans, days and months are those of UTC, so that thinning twice removes nothing more.
 *
 * @param versionIds in any order
 * @param now the current time, ISO 8601
 * @returns the versions to keep, newest first
 */
export function thinVersions(versionIds: readonly string[], now: string): string[] {
  const present = Date.parse(now)
  const seen = new Set<string>()
  return newestFirst(versionIds).filter((versionId, index) => {
    const span = spanOf(timeOf(versionId), present)
    if (seen.has(span)) return index < ALWAYS_KEPT
    seen.add(span)
    return true
  })
}

/** The span of time for which one version suffices. */
function spanOf(time: number, present: number): string {
  const age = present - time
  if (age <= DAY) return `5 minutes ${Math.floor(time / VERSION_INTERVAL)}`
  const date = new Date(time).toISOString()
  return age <= 30 * DAY ? `day ${date.slice(0, 10)}` : `month ${date.slice(0, 7)}`
}

/**
 * Decides which versions fit into a number of bytes. Versions that are closest to their neighbours, relative to their
 * age, are dropped first, so that the rest reaches back as far as before. The newest 10 versions are always kept.
 *
 * @param versions in any order
 * @returns the versions to keep, newest first
 */
export function capVersions(
  versions: readonly { versionId: string; bytes: number }[],
  maxBytes: number,
  now: string,
): string[] {
  const sizes = new Map(versions.map(({ versionId, bytes }) => [versionId, bytes]))
  const kept = newestFirst([...sizes.keys()])
  let total = versions.reduce((sum, { bytes }) => sum + bytes, 0)
  while (total > maxBytes && kept.length > ALWAYS_KEPT) {
    const index = nearestToNeighbours(kept, Date.parse(now))
    const [gone] = kept.splice(index, 1)
    total -= sizes.get(gone ?? '') ?? 0
  }
  return kept
}

/** The index of the version whose removal leaves the smallest gap, relative to its age. */
function nearestToNeighbours(versionIds: readonly string[], present: number): number {
  let nearest = ALWAYS_KEPT
  let smallest = Infinity
  for (let index = ALWAYS_KEPT; index < versionIds.length; index++) {
    const [newer, own, older] = [versionIds[index - 1], versionIds[index], versionIds[index + 1]]
    // Only the oldest version reaches back that far, so it is removed last.
    if (newer === undefined || own === undefined || older === undefined) continue
    const gap = (timeOf(newer) - timeOf(older)) / Math.max(MINUTE, present - timeOf(own))
    if (gap < smallest) [nearest, smallest] = [index, gap]
  }
  return nearest
}

/** Names sort in the order of their times. */
export function newestFirst(versionIds: readonly string[]): string[] {
  return [...versionIds].toSorted().toReversed()
}
