/** A block's content with its React key. */
export interface Keyed {
  content: string
  key: number
}

/**
 * Gives each block of a new version of a text the key of the corresponding block in the previous version: unchanged
 * blocks keep their key wherever they move, and a changed one keeps its own, so that its element stays in the page.
 *
 * @param fresh keys for new blocks, different from all before
 */
export function alignKeys(before: readonly Keyed[], contents: readonly string[], fresh: () => number): Keyed[] {
  let start = 0
  while (start < before.length && start < contents.length && before[start]?.content === contents[start]) start++
  let tail = 0
  while (
    tail < Math.min(before.length, contents.length) - start &&
    before[before.length - 1 - tail]?.content === contents[contents.length - 1 - tail]
  ) {
    tail++
  }
  const left = before.slice(start, before.length - tail)
  const middle = alignMiddle(left, contents.slice(start, contents.length - tail), fresh)
  return [...before.slice(0, start), ...middle, ...before.slice(before.length - tail)]
}

function alignMiddle(left: readonly Keyed[], contents: readonly string[], fresh: () => number): Keyed[] {
  const unused = new Map<string, number[]>()
  for (const { content, key } of left) {
    const keys = unused.get(content)
    if (keys) keys.push(key)
    else unused.set(content, [key])
  }
  const kept = contents.map((content) => unused.get(content)?.shift())
  const taken = new Set(kept)
  const changed = left.map(({ key }) => key).filter((key) => !taken.has(key))
  return contents.map((content, index) => ({ content, key: kept[index] ?? changed.shift() ?? fresh() }))
}
