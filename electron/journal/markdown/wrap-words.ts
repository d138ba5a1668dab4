import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'

const phrasing: ReadonlySet<Nodes['type']> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
])

/**
 * Wraps words between blocks in paragraphs, and removes empty paragraphs. HTML allows words anywhere; Markdown does
 * not.
 */
export function wrapWords(root: Root): Root {
  return { ...root, children: wrapAll(root.children) }
}

function wrapAll(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = []
  let open: Paragraph | null = null
  for (const node of nodes) {
    if (isPhrasing(node)) {
      if (open === null) blocks.push((open = { type: 'paragraph', children: [] }))
      open.children.push(node)
    } else {
      open = null
      blocks.push(wrapInside(node))
    }
  }
  return blocks.filter((block) => block.type !== 'paragraph' || saysSomething(block))
}

function wrapInside(node: RootContent): RootContent {
  if (node.type === 'list') return { ...node, children: node.children.map((item) => wrapContainer(item)) }
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return wrapContainer(node)
  return node
}

function wrapContainer<T extends Extract<RootContent, { type: 'blockquote' | 'footnoteDefinition' | 'listItem' }>>(
  node: T,
): T {
  return { ...node, children: wrapAll(node.children) }
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasing.has(node.type)
}

function saysSomething(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  if ('children' in node) return node.children.some(saysSomething)
  return node.type !== 'break'
}
