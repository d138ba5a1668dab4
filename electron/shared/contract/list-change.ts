/** From this place of the old list on, so many items make way for these. */
export type Splice = [at: number, removed: number, inserted: unknown[]]

/** Maximum number of items that a change inserts. One with more is no shorter than the list. */
const MAX_INSERTED = 1_000

/**
 * What turns one list into another, in the order of the old list; `null` if hardly anything would be left of that. Items
 * are the same only if they are the same object.
 */
export function splicesBetween(before: readonly unknown[], after: readonly unknown[]): Splice[] | null {
  const start = sameAtStart(before, after)
  const end = sameAtEnd(before.slice(start), after.slice(start))
  const [were, are] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const places = new Map(were.map((item, index) => [item, index]))
  const splices: Splice[] = []
  let [from, to, sent] = [0, 0, 0]
  while (from < were.length || to < are.length) {
    const { removed, inserted } = nextCommon(were.length - from, are.slice(to, to + MAX_INSERTED + 1), (item) => {
      const place = places.get(item)
      return place === undefined || place < from ? null : place - from
    })
    sent += inserted
    if (sent > MAX_INSERTED) return null
    if (removed + inserted > 0) splices.push([start + from, removed, are.slice(to, to + inserted)])
    from += removed
    to += inserted
    while (from < were.length && to < are.length && were[from] === are[to]) {
      from++
      to++
    }
  }
  return splices
}

/**
 * How many items of each list come before the next one that both have, so that as few as possible do.
 *
 * @param left how many of the old list are left
 * @param next the next of the new list
 * @param distance how far an item is away in the old list; `null` if it does not come any more
 */
function nextCommon(
  left: number,
  next: readonly unknown[],
  distance: (item: unknown) => number | null,
): { removed: number; inserted: number } {
  let best = { removed: left, inserted: next.length }
  for (const [inserted, item] of next.entries()) {
    if (inserted >= best.removed + best.inserted) break
    const removed = distance(item)
    if (removed !== null && removed + inserted < best.removed + best.inserted) best = { removed, inserted }
  }
  return best
}

function sameAtStart(one: readonly unknown[], other: readonly unknown[]): number {
  const index = one.findIndex((item, at) => at >= other.length || item !== other[at])
  return index === -1 ? one.length : index
}

function sameAtEnd(one: readonly unknown[], other: readonly unknown[]): number {
  const shift = other.length - one.length
  const last = one.findLastIndex((item, at) => at + shift < 0 || item !== other[at + shift])
  return one.length - 1 - last
}

/** Does to a list what turned it into another. */
export function applySplices(before: readonly unknown[], splices: readonly Splice[]): unknown[] {
  const pieces: (readonly unknown[])[] = []
  let from = 0
  for (const [at, removed, inserted] of splices) {
    pieces.push(before.slice(from, at), inserted)
    from = at + removed
  }
  return [...pieces, before.slice(from)].flat()
}
