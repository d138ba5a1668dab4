import type { Nodes, Root } from 'mdast'
import { MAX_DEPTH } from '../markdown/limit-depth.ts'
import { eachNode, mapNodes } from '../markdown/map-nodes.ts'

/**
 * Shows the raw HTML of a text as plain text if it is nested too deeply: the stack of every function that follows would
 * overflow. A long row of elements that are never closed is the usual cause.
 */
export function limitHtml(tree: Root): { tree: Root; isPlain: boolean } {
  const written: string[] = []
  const blocks = new Set<Nodes>(tree.children)
  eachNode(tree, (node) => {
    if (node.type === 'html') written.push(node.value)
    if (node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition') {
      for (const child of node.children) blocks.add(child)
    }
  })
  if (!isTooDeep(written)) return { tree, isPlain: false }
  const plain = mapNodes(tree, (node) => {
    if (node.type !== 'html') return node
    const text = { type: 'text', value: node.value } as const
    return blocks.has(node) ? { type: 'paragraph', children: [text] } : text
  })
  return { tree: plain, isPlain: true }
}

/** Elements without content, and those that end where the next of their kind begins. */
const flat = new Set(
  [
    'area base br col embed hr img input link meta param source track wbr',
    'colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr',
  ].flatMap((names) => names.split(' ')),
)
const tag = /<(\/?)([a-z][^\s/>]*)/gi

/** Counts tags only, so the result is larger than the real depth where a tag ends others by itself. */
function isTooDeep(values: readonly string[]): boolean {
  let depth = 0
  for (const html of values) {
    for (const [, slash, name = ''] of html.matchAll(tag)) {
      if (flat.has(name.toLowerCase())) continue
      if (slash === '/') depth = Math.max(0, depth - 1)
      else if (++depth > MAX_DEPTH) return true
    }
  }
  return false
}
