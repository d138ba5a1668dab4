import type { Nodes, PhrasingContent, Root, Text } from 'mdast'

/**
 * Maximum depth of a tree. No real text comes near it; a malicious one nests thousands of quotes, which would overflow
 * the stack of every recursive function.
 */
export const MAX_DEPTH = 100

/**
 * Flattens everything that is nested deeper than {@link MAX_DEPTH} to plain words. Modifies the tree.
 *
 * @param onFlattened called for each part that changes
 */
export function limitDepth(root: Root, onFlattened?: () => void): Root {
  const pending: [node: Nodes, depth: number][] = [[root, 0]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, depth] = next
    if (depth >= MAX_DEPTH) {
      if (!isPlain(node)) onFlattened?.()
      flatten(node)
    } else if ('children' in node) {
      for (const child of node.children) pending.push([child, depth + 1])
    }
  }
  return root
}

function isPlain(node: Nodes): boolean {
  return !('children' in node) || node.children.every(({ type }) => type === 'text')
}

function flatten(node: Nodes): void {
  if (node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition') {
    node.children = [{ type: 'paragraph', children: [words(node)] }]
  } else if (node.type === 'list') {
    for (const item of node.children) flatten(item)
  } else if (node.type === 'table') {
    for (const row of node.children) for (const cell of row.children) cell.children = [words(cell)]
  } else if (isPhrase(node)) {
    node.children = [words(node)]
  }
}

function isPhrase(node: Nodes): node is Extract<Nodes, { children: PhrasingContent[] }> {
  return ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'tableCell'].includes(
    node.type,
  )
}

/** Not recursive, because it handles trees that are too deep for that. */
function words(node: Nodes): Text {
  const found: string[] = []
  const pending: Nodes[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('value' in next) found.push(next.value)
    if ('children' in next) pending.push(...next.children.toReversed())
  }
  return { type: 'text', value: found.join(' ') }
}
