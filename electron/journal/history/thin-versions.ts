import { timeOf } from './version-id.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** So many of the newest versions stay, whatever their age and size. */
export const ALWAYS_KEPT = 10
/** So close to each other are versions at most, in milliseconds. */
export const VERSION_INTERVAL = 5 * MINUTE

/**
 * Which versions are still worth their room: of the last 24 hours one for each 5 minutes, of the last 30 days one for
 * each day, of the time before one for each month; the newest of each. The newest 10 stay in any case.
 *
 * Five minutes, days and months are those of UTC, so that to thin again removes nothing more.
 *
 * @param versionIds in any order
 * @param now the present moment, ISO 8601
 * @returns those that stay, newest first
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

/** The stretch of time of which one version is enough. */
function spanOf(time: number, present: number): string {
  const age = present - time
  if (age <= DAY) return `5 minutes ${Math.floor(time / VERSION_INTERVAL)}`
  const date = new Date(time).toISOString()
  return age <= 30 * DAY ? `day ${date.slice(0, 10)}` : `month ${date.slice(0, 7)}`
}

/**
 * Which versions fit into so many bytes. The ones that go first are those nearest to their neighbours, measured by
 * their age: what is left still reaches back as far. The newest 10 stay in any case.
 *
 * @param versions in any order
 * @returns those that stay, newest first
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

/** Where the version stands whose loss leaves the smallest gap for its age. */
function nearestToNeighbours(versionIds: readonly string[], present: number): number {
  let nearest = ALWAYS_KEPT
  let smallest = Infinity
  for (let index = ALWAYS_KEPT; index < versionIds.length; index++) {
    const [newer, own, older] = [versionIds[index - 1], versionIds[index], versionIds[index + 1]]
    // The oldest is the only one that reaches so far back, so it goes when it is the last that can.
    if (newer === undefined || own === undefined || older === undefined) continue
    const gap = (timeOf(newer) - timeOf(older)) / Math.max(MINUTE, present - timeOf(own))
    if (gap < smallest) [nearest, smallest] = [index, gap]
  }
  return nearest
}

/** The names have the order of their moments. */
export function newestFirst(versionIds: readonly string[]): string[] {
  return [...versionIds].toSorted().toReversed()
}
