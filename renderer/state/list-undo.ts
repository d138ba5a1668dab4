/** Three states of something: before an edit, after it, and now. */
export interface States<T> {
  before: T
  edited: T
  now: T
}

/** Gets the same part of all three states. */
export const onStates = <T, P>({ before, edited, now }: States<T>, get: (state: T) => P): States<P> => ({
  before: get(before),
  edited: get(edited),
  now: get(now),
})

/**
 * The order of a list after an edit of it was undone. Moves since the edit count more than those of the edit.
 *
 * @param wanted what the list holds then
 */
export function orderBack({ before, edited, now }: States<readonly string[]>, wanted: ReadonlySet<string>): string[] {
  const isShared = (id: string) => wanted.has(id) && before.includes(id) && edited.includes(id) && now.includes(id)
  const shared = (ids: readonly string[]) => JSON.stringify(ids.filter(isShared))
  const wasMoved = shared(before) !== shared(edited)
  const [main, other] = wasMoved && shared(now) === shared(edited) ? [before, now] : [now, before]
  const order = main.filter((id) => wanted.has(id))
  for (const [index, id] of other.entries()) {
    if (!wanted.has(id) || order.includes(id)) continue
    // It comes after the one that it followed where it was.
    const previous = other.slice(0, index).findLast((one) => order.includes(one))
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id)
  }
  return order
}

/** A list of different words after an edit of it was undone. What was added and removed since stays so. */
export function listBack(lists: States<readonly string[]>): string[] {
  const { before, edited, now } = lists
  const wanted = new Set([
    ...now.filter((word) => before.includes(word) || !edited.includes(word)),
    ...before.filter((word) => !edited.includes(word)),
  ])
  return orderBack(lists, wanted)
}
