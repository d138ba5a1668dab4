import type { Html, Nodes, Root } from 'mdast'
import { MAX_DEPTH } from '../markdown/limit-depth.ts'
import { eachNode, mapNodes } from '../markdown/map-nodes.ts'

/**
 * Shows raw HTML of a text as plain text where it would do harm. If it is nested too deeply, the stack of every function
 * that follows would overflow; a long row of elements that are never closed is the usual cause. And a comment or a script
 * without an end would swallow the rest of the text.
 */
export function limitHtml(tree: Root): { tree: Root; isPlain: boolean } {
  const written: Html[] = []
  const blocks = new Set<Nodes>(tree.children)
  eachNode(tree, (node) => {
    if (node.type === 'html') written.push(node)
    if (node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition') {
      for (const child of node.children) blocks.add(child)
    }
  })
  const swallowing = isTooDeep(written.map(({ value }) => value)) ? new Set(written) : findUnclosed(written)
  if (swallowing.size === 0) return { tree, isPlain: false }
  const plain = mapNodes(tree, (node) => {
    if (node.type !== 'html' || !swallowing.has(node)) return node
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

/** Counts tags only, so the result is larger than the real depth if a tag closes others implicitly. */
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

/** What is not HTML inside: everything up to the end of it is code, plain text or a comment. */
const raw = /<(\/?)(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)(?=[\s/>])|(<!--)|(-->)/gi

interface Mark {
  node: Html
  name: string
  isEnd: boolean
}

/** The nodes in which something begins that swallows everything after it, because it has no end. */
function findUnclosed(written: readonly Html[]): Set<Html> {
  const marks = written.flatMap((node) =>
    Array.from(node.value.matchAll(raw), ([, slash, name = '--', opening, closing]): Mark => {
      return {
        node,
        name: name.toLowerCase(),
        isEnd: slash === '/' || (opening === undefined && closing !== undefined),
      }
    }),
  )
  const lastEnds = new Map<string, number>()
  for (const [index, { name, isEnd }] of marks.entries()) if (isEnd) lastEnds.set(name, index)
  const unclosed = new Set<Html>()
  let open: string | null = null
  for (const [index, { node, name, isEnd }] of marks.entries()) {
    if (isEnd && name === open) open = null
    if (isEnd || open !== null) continue
    if ((lastEnds.get(name) ?? -1) > index) open = name
    else unclosed.add(node)
  }
  return unclosed
}
