import { isSame, type Sides } from '../trip-file/sides.ts'

/**
 * Merges the orders of two sides. The side that changed the order wins, or the newer one if both did or if there is no
 * base; items that only the other side has are inserted after their predecessor there.
 *
 * @param base the order from which both were made; `undefined` if it is unknown
 * @param wanted the items of the result, each of which is on at least one side
 * @param comesFirst whether the one, new on its side, goes before the other, new on the other side in the same place;
 * by default, the newer side's goes first
 */
export function mergeOrder<T>(
  { base, newer, older }: Sides<readonly T[]>,
  wanted: ReadonlySet<T>,
  comesFirst: (one: T, other: T) => boolean = () => true,
): T[] {
  const ofNewer = newer.filter((item) => wanted.has(item))
  const ofOlder = older.filter((item) => wanted.has(item))
  const olderLeads = base !== undefined && !isReordered(base, ofNewer) && isReordered(base, ofOlder)
  const [leading, following] = olderLeads ? [ofOlder, ofNewer] : [ofNewer, ofOlder]

  const order = [...leading]
  const placed = new Set(order)
  const inFollowing = new Set(following)
  let last = -1
  for (const item of following) {
    if (placed.has(item)) {
      last = order.indexOf(item)
      continue
    }
    let place = last + 1
    for (let next = order[place]; next !== undefined && !inFollowing.has(next); next = order[place]) {
      if (!comesFirst(next, item)) break
      place++
    }
    order.splice(place, 0, item)
    placed.add(item)
    last = place
  }
  return order
}

/** Whether a side has reordered the items that it shares with the base. */
function isReordered<T>(base: readonly T[], side: readonly T[]): boolean {
  const inBase = new Set(base)
  const inSide = new Set(side)
  return !isSame(
    side.filter((item) => inBase.has(item)),
    base.filter((item) => inSide.has(item)),
  )
}
