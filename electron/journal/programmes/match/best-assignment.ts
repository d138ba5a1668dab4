/** A possible pair, and how much speaks for it. */
export interface Edge {
  readonly to: number
  /** Greater than 0. */
  readonly score: number
}

/**
 * Assigns things on the left to things on the right, each at most once, so that the sum of the scores is as large as
 * possible. Successive shortest paths with potentials (Jonker and Volgenant 1987), for few edges per node.
 *
 * @param edges for each thing on the left, those on the right that it can be
 * @returns for each thing on the left, the one on the right; `null` for none
 */
export function bestAssignment(edges: readonly (readonly Edge[])[]): (number | null)[] {
  const highest = edges.flat().reduce((most, { score }) => Math.max(most, score), 0)
  // Leaving one out costs as much as a score of 0: each has a partner of its own for that, with a negative number.
  const withNone = edges.map((list, left) => [
    ...list.map(({ to, score }) => ({ to, cost: highest - score })),
    { to: -1 - left, cost: highest },
  ])
  const state = {
    edges: withNone,
    leftOf: new Map<number, number>(),
    rightOf: new Map<number, number>(),
    potentialLeft: new Map<number, number>(),
    potentialRight: new Map<number, number>(),
  }
  for (const root of withNone.keys()) augment(root, state)
  return edges.map((_, left) => {
    const to = state.rightOf.get(left)
    return to === undefined || to < 0 ? null : to
  })
}

interface State {
  edges: readonly (readonly { to: number; cost: number }[])[]
  /** Right -> its partner on the left. */
  leftOf: Map<number, number>
  /** Left -> its partner on the right. */
  rightOf: Map<number, number>
  potentialLeft: Map<number, number>
  potentialRight: Map<number, number>
}

/** Finds the cheapest way to assign one more, for which others may have to change theirs. */
function augment(root: number, state: State): void {
  const { edges, leftOf, potentialLeft, potentialRight } = state
  const distance = new Map<number, number>()
  const from = new Map<number, number>()
  const done = new Set<number>()
  const reached = new Map<number, number>([[root, 0]])
  let [left, length] = [root, 0]
  for (;;) {
    for (const { to, cost } of edges[left] ?? []) {
      if (done.has(to)) continue
      const reduced = cost - (potentialLeft.get(left) ?? 0) - (potentialRight.get(to) ?? 0)
      const total = length + reduced
      if (total < (distance.get(to) ?? Infinity)) {
        distance.set(to, total)
        from.set(to, left)
      }
    }
    const [next, shortest] = nearest(distance, done)
    done.add(next)
    const partner = leftOf.get(next)
    if (partner === undefined) {
      for (const [node, at] of reached) potentialLeft.set(node, (potentialLeft.get(node) ?? 0) + shortest - at)
      for (const node of done) {
        const at = distance.get(node) ?? shortest
        potentialRight.set(node, (potentialRight.get(node) ?? 0) - (shortest - at))
      }
      return turn(next, root, from, state)
    }
    ;[left, length] = [partner, shortest]
    reached.set(partner, shortest)
  }
}

/** There is always one: the partner for none is free. */
function nearest(distance: ReadonlyMap<number, number>, done: ReadonlySet<number>): [node: number, distance: number] {
  let [best, shortest] = [0, Infinity]
  for (const [node, at] of distance) if (at < shortest && !done.has(node)) [best, shortest] = [node, at]
  return [best, shortest]
}

/** Changes the partners on the way from a free node back to the root. */
function turn(end: number, root: number, from: ReadonlyMap<number, number>, { leftOf, rightOf }: State): void {
  let to: number | undefined = end
  while (to !== undefined) {
    const left: number = from.get(to) ?? root
    const previous = rightOf.get(left)
    leftOf.set(to, left)
    rightOf.set(left, to)
    to = left === root ? undefined : previous
  }
}
