import type { RootContent } from 'mdast'

const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
])
const comment = /<!--[\s\S]*?-->/g
const tag = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi

/**
 * Joins an HTML element that is opened in one block and closed in a later one, such as `<details>` around paragraphs,
 * with everything in between. An element that is never closed ends with its block, so that it cannot swallow the rest.
 */
export function joinOpenHtml(nodes: readonly RootContent[]): RootContent[][] {
  const ends = endsOfOpenHtml(nodes)
  const groups: RootContent[][] = []
  for (let start = 0; start < nodes.length;) {
    let end = start
    // An element that is opened in between may end even later.
    for (let index = start; index <= end; index++) end = Math.max(end, ends.get(index) ?? index)
    groups.push(nodes.slice(start, end + 1))
    start = end + 1
  }
  return groups
}

/** Index of a block that opens an element -> index of the later block that closes it. */
function endsOfOpenHtml(nodes: readonly RootContent[]): Map<number, number> {
  const ends = new Map<number, number>()
  const open = new Map<string, number[]>()
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'html') continue
    for (const [, closing, written = '', selfClosing] of node.value.replaceAll(comment, '').matchAll(tag)) {
      const name = written.toLowerCase()
      if (voidElements.has(name) || selfClosing) continue
      const starts = open.get(name) ?? []
      open.set(name, starts)
      if (!closing) starts.push(index)
      else {
        const start = starts.pop()
        if (start !== undefined && start < index) ends.set(start, Math.max(index, ends.get(start) ?? index))
      }
    }
  }
  return ends
}
