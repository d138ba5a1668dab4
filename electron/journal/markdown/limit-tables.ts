import type { Root, RootContent, Table } from 'mdast'

/** Maximum number of cells of a table. A text of some KB can have millions: every row is as wide as the head. */
const MAX_CELLS = 50_000

/** Replaces tables with too many cells with their source, as plain text. Modifies the tree. */
export function limitTables(root: Root, source: string, onReplaced: () => void): Root {
  root.children = root.children.map((node) => limit(node, source, onReplaced))
  return root
}

function limit(node: RootContent, source: string, onReplaced: () => void): RootContent {
  if (node.type === 'table') return isTooLarge(node) ? replace(node, source, onReplaced) : node
  if (node.type !== 'blockquote' && node.type !== 'listItem' && node.type !== 'list') return node
  // A table is replaced with a paragraph, which is valid wherever a table is.
  const children = node.children as RootContent[]
  for (const [index, child] of children.entries()) children[index] = limit(child, source, onReplaced)
  return node
}

function isTooLarge({ children }: Table): boolean {
  return (children[0]?.children.length ?? 0) * children.length > MAX_CELLS
}

function replace({ position }: Table, source: string, onReplaced: () => void): RootContent {
  onReplaced()
  const value = source.slice(position?.start.offset, position?.end.offset)
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
