import type { RootContent } from 'mdast'

/** A node of any syntax tree, as far as one has to know it to walk it. */
interface TreeNode {
  type: string
  value?: unknown
  children?: readonly TreeNode[]
}

/** Deeper trees than this come from accidents and attacks, and exhaust the stack of all that walks them. */
export const MAX_DEPTH = 100

/** Whether a tree is too deep to be walked by recursion; found out without. */
export function isTooDeep(node: TreeNode): boolean {
  let level: readonly TreeNode[] = [node]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap(({ children }) => children ?? [])
  }
  return false
}

/** A block of a text as it is, or, where it is too deep, a plain paragraph of its words. */
export function flattenIfDeep(node: RootContent): RootContent {
  return isTooDeep(node) ? { type: 'paragraph', children: [{ type: 'text', value: plainText(node) }] } : node
}

/** All text of a tree, of any depth. */
export function plainText(node: TreeNode): string {
  const texts: string[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string') texts.push(next.value)
    for (const child of next.children?.toReversed() ?? []) waiting.push(child)
  }
  return texts.join(' ')
}
