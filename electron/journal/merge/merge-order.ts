import { isSame, type Sides } from '../trip-file/sides.ts'

/**
 * Puts what two sides have, each in its own order, into one. The side that changed the order is right, and the newer
 * where both did or where there is no base; what only the other has is put after what it stood after there.
 *
 * @param base what both orders were made from; `undefined`: not known
 * @param wanted what the result is to hold; each is in one of the sides
 * @param comesFirst whether the one, new on its side, goes before the other, new on the other side at the same place;
 *   else the newer side's goes first
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

/** Whether a side has what it shares with the base in another order than the base. */
function isReordered<T>(base: readonly T[], side: readonly T[]): boolean {
  const inBase = new Set(base)
  const inSide = new Set(side)
  return !isSame(
    side.filter((item) => inBase.has(item)),
    base.filter((item) => inSide.has(item)),
  )
}
