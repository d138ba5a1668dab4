import type { Nodes, Root, RootContent } from 'mdast'

/**
 * Replaces nodes of a tree. Unchanged parts are shared with the given tree, which is not modified, because parsed texts
 * are cached and reused.
 *
 * @param change returns the replacement for a node: the node itself to keep it, `null` to remove it. It is not called
 * for the descendants of a replaced node. A paragraph or heading that becomes empty is removed too.
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
    // The callback must return a node that is valid in this place.
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
 * Calls back for each node of a tree in document order, parents first. Used instead of unist-util-visit, which took
 * four times as long (270 ms for 84,000 nodes, compared to 65 ms): composing a report visits every text twice.
 */
export function eachNode(node: Nodes, callback: (node: Nodes) => void): void {
  callback(node)
  if ('children' in node) for (const child of node.children) eachNode(child, callback)
}
