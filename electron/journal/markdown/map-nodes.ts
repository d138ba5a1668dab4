import type { Nodes, Root, RootContent } from 'mdast'

/**
 * A tree in which some nodes are others. What does not change is shared with the tree that is given, which stays as it
 * is: trees of texts are kept and used again.
 *
 * @param change gives the node that stands in a node's place: itself to leave it, `null` to take it out. It is not asked
 *   about what is inside a node that it changed. A paragraph or heading that is emptied by it goes as well.
 */
export function mapNodes(root: Root, change: (node: RootContent) => RootContent | null): Root {
  const children = mapAll(root.children, change)
  return children === root.children ? root : { ...root, children }
}

function mapAll<T extends RootContent>(nodes: T[], change: (node: RootContent) => RootContent | null): T[] {
  let changed: T[] | null = null
  for (const [index, node] of nodes.entries()) {
    const mapped = mapOne(node, change)
    if (mapped !== node) changed ??= nodes.slice(0, index)
    // A change keeps to what may stand in the place: that is up to who asks for it.
    if (changed !== null && mapped !== null) changed.push(mapped as T)
  }
  return changed ?? nodes
}

function mapOne(node: RootContent, change: (node: RootContent) => RootContent | null): RootContent | null {
  const changed = change(node)
  if (changed !== node || !('children' in node)) return changed
  const children = mapAll<RootContent>(node.children, change)
  if (children === node.children) return node
  if (children.length === 0 && (node.type === 'paragraph' || node.type === 'heading')) return null
  return { ...node, children } as RootContent
}

/**
 * Calls back for each node of a tree, from the first to the last, before the ones inside it. Used in place of
 * unist-util-visit, which took four times as long (270 ms for 84,000 nodes, against 65 ms): composing a report goes
 * through every text twice.
 */
export function eachNode(node: Nodes, callback: (node: Nodes) => void): void {
  callback(node)
  if ('children' in node) for (const child of node.children) eachNode(child, callback)
}
