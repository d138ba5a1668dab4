import type { Trip } from '../../shared/trip.ts'
import { commonAncestors } from '../merge/ancestors.ts'
import { descends, lastInCommon } from '../trip-file/writers.ts'
import type { History } from './history.ts'
import { versionIdAt } from './version-id.ts'

/** Give up after reading this many versions: the common base is usually the newest one older than both states. */
const MAX_READS = 50

/** Returns the last state that both were made from, or `null` if it is unknown or no version of it was kept. */
export async function findBase(history: History, ours: Trip, theirs: Trip): Promise<Trip | null> {
  const common = new Set(commonAncestors(ours, theirs).map(versionIdAt))
  const ends = [lastInCommon(ours, theirs), ours.updatedAt, theirs.updatedAt].flatMap((at) => at ?? [])
  const [end = ''] = ends.map(versionIdAt).toSorted()
  const names = (await history.names(ours.id)).filter((name) => name <= end)
  for (const [index, name] of names.entries()) {
    const isCommon = common.has(name)
    if (index >= MAX_READS && !isCommon) continue
    // Read from the version, not from a file that claims to be that state: it may have been edited by hand since.
    const version = await history.read(ours.id, name)
    if (!version.ok) continue
    if (isCommon || (descends(ours, version.value) && descends(theirs, version.value))) return version.value
  }
  return null
}
