import type { Blockquote, Code, FootnoteDefinition, List, Root, RootContent, Table } from 'mdast'
import type { Block } from './outline-block.ts'
import { collapse, createInline, type Inline, type OutlineOptions } from './outline-inline.ts'

/**
 * The content of a text as a list of blocks. Links and pictures follow the block that contains them. The first
 * paragraph of a list item is the item's own text; footnotes come last, in the order of their references.
 */
export function outline(root: Root, options: OutlineOptions = {}): Block[] {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const node of root.children) collectFootnotes(node, definitions)
  const inline = createInline(options)
  const blocks: Block[] = []
  for (const node of root.children) add(node, '', blocks, inline)
  // A footnote may reference another, so the list grows while it is processed.
  for (let index = 0; index < inline.footnotes.length; index++) {
    const definition = definitions.get(inline.footnotes[index] ?? '')
    if (definition === undefined) continue
    blocks.push({ kind: 'footnote', text: '', detail: String(index + 1), within: '' })
    addAll(definition.children, 'footnote', blocks, inline)
  }
  return blocks
}

function collectFootnotes(node: RootContent, definitions: Map<string, FootnoteDefinition>): void {
  if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  if ('children' in node) for (const child of node.children) collectFootnotes(child, definitions)
}

function addAll(nodes: readonly RootContent[], within: string, blocks: Block[], inline: Inline): void {
  for (const node of nodes) add(node, within, blocks, inline)
}

function add(node: RootContent, within: string, blocks: Block[], inline: Inline): void {
  switch (node.type) {
    case 'heading':
      addText(inline, node.children, { kind: 'heading', detail: String(node.depth), within }, blocks)
      break
    case 'paragraph':
      addText(inline, node.children, { kind: 'paragraph', detail: '', within }, blocks)
      break
    case 'blockquote':
      addQuote(node, within, blocks, inline)
      break
    case 'list':
      addList(node, within, blocks, inline)
      break
    case 'table':
      addTable(node, within, blocks, inline)
      break
    case 'code':
      blocks.push({ kind: 'code', text: node.value.replace(/^\n+|\s+$/g, ''), detail: languageOf(node), within })
      break
    case 'html':
      // The Markdown writer inserts this to separate blocks that would otherwise merge.
      if (node.value.trim() !== '<!---->') {
        blocks.push({ kind: 'html', text: collapse(node.value), detail: '', within })
      }
      break
    case 'thematicBreak':
      blocks.push({ kind: 'rule', text: '', detail: '', within })
      break
    case 'text':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineCode':
    case 'break':
    case 'link':
    case 'image':
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
      // Only HTML has words outside of paragraphs.
      addText(inline, [node], { kind: 'paragraph', detail: '', within }, blocks)
      break
    case 'footnoteDefinition':
    case 'definition':
    case 'yaml':
      break
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      addAll(node.children, within, blocks, inline)
      break
    default:
    // Node types of other dialects, which our texts never contain.
  }
}

/** The language of a code block; ignored if it contains characters that no highlighter knows. */
export function languageOf(code: Code): string {
  const language = code.lang ?? ''
  return /^[\w+#.-]+$/.test(language) ? language : ''
}

function addQuote(quote: Blockquote, within: string, blocks: Block[], inline: Inline): void {
  const place = blocks.length
  addAll(quote.children, inside(within, 'quote'), blocks, inline)
  // An empty quote is left out.
  if (blocks.length > place) blocks.splice(place, 0, { kind: 'quote', text: '', detail: '', within })
}

function addList(list: List, within: string, blocks: Block[], inline: Inline): void {
  const path = inside(within, 'listItem')
  for (const [index, item] of list.children.entries()) {
    const marker = list.ordered === true ? `${(list.start ?? 1) + index}.` : '•'
    const task = typeof item.checked === 'boolean' ? ` [${item.checked ? 'x' : ' '}]` : ''
    // Empty paragraphs are lost on the way through HTML and plain text, so they do not count.
    const [first, ...others] = item.children.filter((child) => !isBlank(child))
    const opening = { kind: 'listItem', detail: marker + task, within } as const
    if (first?.type === 'paragraph') addText(inline, first.children, opening, blocks, true)
    else blocks.push({ ...opening, text: '' })
    addAll(first === undefined || first.type === 'paragraph' ? others : [first, ...others], path, blocks, inline)
  }
}

function isBlank(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function addTable(table: Table, within: string, blocks: Block[], inline: Inline): void {
  const columns = Math.max(0, ...table.children.map((row) => row.children.length))
  for (const [index, row] of table.children.entries()) {
    const extras: Block[] = []
    const cells = Array.from({ length: columns }, (_, column) => {
      const text = inline.read(row.children[column]?.children ?? [], inside(within, 'table'))
      extras.push(...text.extras)
      // In plain text, a cell is on a single line.
      return inline.spells ? text.text.replace(/\n+/g, ' ') : text.text
    })
    const align = Array.from({ length: columns }, (_, column) => table.align?.[column]?.charAt(0) ?? '-').join('')
    const detail = index === 0 ? `head ${inline.spells ? '' : align}`.trim() : ''
    blocks.push({ kind: 'tableRow', text: cells.join(' | '), detail, within }, ...extras)
  }
}

/** Adds a block of words together with what it contains. An empty block is left out unless it is `kept`. */
function addText(
  inline: Inline,
  nodes: readonly RootContent[],
  block: Omit<Block, 'text'>,
  blocks: Block[],
  kept = false,
): void {
  const { text, extras } = inline.read(nodes, block.within)
  if (text !== '' || kept) blocks.push({ ...block, text })
  blocks.push(...extras)
}

function inside(within: string, container: string): string {
  return within === '' ? container : `${within}/${container}`
}
