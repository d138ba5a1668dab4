import type { RootContent } from 'mdast'

/** The part of any syntax tree's node that is needed to walk the tree. */
interface TreeNode {
  type: string
  value?: unknown
  children?: readonly TreeNode[]
}

/**
 * Maximum depth of a tree. Deeper ones come from accidents and attacks, and overflow the stack of recursive functions.
 */
export const MAX_DEPTH = 100

/** Whether a tree is too deep for recursive functions; this one is not recursive. */
export function isTooDeep(node: TreeNode): boolean {
  let level: readonly TreeNode[] = [node]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap(({ children }) => children ?? [])
  }
  return false
}

/** Maximum number of cells of a table. Each row is filled up to the width of the head: a few KB can make millions. */
const MAX_CELLS = 20_000

function hasHugeTable(node: TreeNode): boolean {
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { type, children = [] } = next
    if (type === 'table') {
      const columns = children[0]?.children?.length ?? 0
      if (columns * children.length > MAX_CELLS) return true
    } else for (const child of children) waiting.push(child)
  }
  return false
}

/** Returns a block unchanged or, if it is too deep or too wide, as a plain paragraph of its words. */
export function flattenIfDeep(node: RootContent): RootContent {
  return isTooDeep(node) || hasHugeTable(node)
    ? { type: 'paragraph', children: [{ type: 'text', value: plainText(node) }] }
    : node
}

/** All text of a tree of any depth. */
export function plainText(node: TreeNode): string {
  const texts: string[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string') texts.push(next.value)
    for (const child of next.children?.toReversed() ?? []) waiting.push(child)
  }
  return texts.join(' ')
}
