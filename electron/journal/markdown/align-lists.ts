/** A place where two lists differ: what only the first has there, and what only the second has. */
export interface Change<T> {
  missing: T[]
  added: T[]
}

/**
 * Finds where two lists differ, in roughly linear time: common items at both ends are set aside, then items that occur
 * once in each list serve as anchors.
 *
 * @param key two items are the same if their keys are
 */
export function alignLists<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Change<T>[] {
  const changes: Change<T>[] = []
  align(before, after, before.map(key), after.map(key), changes)
  return changes
}

function align<T>(
  before: readonly T[],
  after: readonly T[],
  beforeKeys: readonly string[],
  afterKeys: readonly string[],
  changes: Change<T>[],
): void {
  let start = 0
  let endBefore = before.length
  let endAfter = after.length
  while (start < endBefore && start < endAfter && beforeKeys[start] === afterKeys[start]) start++
  while (endBefore > start && endAfter > start && beforeKeys[endBefore - 1] === afterKeys[endAfter - 1]) {
    endBefore--
    endAfter--
  }
  if (start === endBefore && start === endAfter) return

  const anchors = findAnchors(beforeKeys.slice(start, endBefore), afterKeys.slice(start, endAfter))
  if (anchors.length === 0) {
    changes.push({ missing: before.slice(start, endBefore), added: after.slice(start, endAfter) })
    return
  }
  let [fromBefore, fromAfter] = [start, start]
  for (const [inBefore, inAfter] of [...anchors, [endBefore - start, endAfter - start] as const]) {
    const [toBefore, toAfter] = [start + inBefore, start + inAfter]
    align(
      before.slice(fromBefore, toBefore),
      after.slice(fromAfter, toAfter),
      beforeKeys.slice(fromBefore, toBefore),
      afterKeys.slice(fromAfter, toAfter),
      changes,
    )
    fromBefore = toBefore + 1
    fromAfter = toAfter + 1
  }
}

/** The longest sequence of pairs that rises in both lists, among items that occur once in each. */
function findAnchors(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const places = singles(after)
  const pairs: (readonly [number, number])[] = []
  for (const [key, index] of singles(before)) {
    const other = places.get(key)
    if (other !== undefined) pairs.push([index, other])
  }
  const inBefore = pairs.toSorted((a, b) => a[0] - b[0])
  const rise = longestRise(inBefore.map(([, inAfter]) => inAfter))
  return rise.flatMap((index) => inBefore.slice(index, index + 1))
}

function singles(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, key] of keys.entries()) {
    if (places.has(key)) repeated.add(key)
    else places.set(key, index)
  }
  for (const key of repeated) places.delete(key)
  return places
}

/**
 * The indices of a longest increasing subsequence, by patience sorting.
 *
 * @example longestRise([3, 1, 2, 0]) // [1, 2]
 */
export function longestRise(numbers: readonly number[]): number[] {
  /** For each length, the index of the smallest number that ends a subsequence of that length. */
  const tops: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tops[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous[index] = tops[low - 1]
    tops[low] = index
  }
  const rise: number[] = []
  for (let index = tops.at(-1); index !== undefined; index = previous[index]) rise.push(index)
  return rise.toReversed()
}
