import type { Definition, Nodes, PhrasingContent, Root, RootContent, TableCell, TableRow } from 'mdast'

/**
 * Resolves references: `[slides][1]` becomes an inline link, and definitions are removed, so that the text can be
 * joined with others that use the same labels. Positions are dropped too; the given tree is not modified.
 *
 * Footnotes stay, because they are content and not another way to write links.
 */
export function resolveReferences(root: Root): Root {
  const definitions = new Map<string, Definition>()
  collect(root, definitions)
  return { type: 'root', children: resolveAll(root.children, definitions) }
}

function collect(node: Nodes, definitions: Map<string, Definition>): void {
  // If a label is defined twice, the first definition counts.
  if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  if ('children' in node) for (const child of node.children) collect(child, definitions)
}

function resolveAll(nodes: readonly Nodes[], definitions: ReadonlyMap<string, Definition>): RootContent[] {
  const resolved: RootContent[] = []
  for (const node of nodes) {
    if (node.type === 'definition' || node.type === 'root') continue
    // A heading without words is a leftover sign.
    if (node.type === 'heading' && node.children.length === 0) continue
    resolved.push(resolve(node, definitions))
  }
  return resolved
}

/** A table is as wide as its head; cells beyond that are never shown. */
function resolveRows(rows: readonly TableRow[], definitions: ReadonlyMap<string, Definition>): TableRow[] {
  const width = rows[0]?.children.length ?? 0
  return rows.map((row) => ({
    type: 'tableRow',
    children: resolveAll(row.children.slice(0, width), definitions) as TableCell[],
  }))
}

function resolve(node: RootContent, definitions: ReadonlyMap<string, Definition>): RootContent {
  if (node.type === 'linkReference') {
    const { url, title } = definitions.get(node.identifier) ?? { url: '', title: null }
    return {
      type: 'link',
      url,
      title: title ?? null,
      children: resolveAll(node.children, definitions) as PhrasingContent[],
    }
  }
  if (node.type === 'imageReference') {
    const { url, title } = definitions.get(node.identifier) ?? { url: '', title: null }
    return { type: 'image', url, title: title ?? null, alt: node.alt ?? null }
  }
  const { position: _, ...rest } = node
  if (rest.type === 'table') return { ...rest, children: resolveRows(rest.children, definitions) }
  if ('children' in rest) return { ...rest, children: resolveAll(rest.children, definitions) } as RootContent
  return rest
}
