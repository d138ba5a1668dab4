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

interface Tag {
  /** In lower case. */
  name: string
  kind: 'opening' | 'closing' | 'self-closing'
}

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
    for (const { name, kind } of tagsOf(node.value)) {
      if (voidElements.has(name) || kind === 'self-closing') continue
      const starts = open.get(name) ?? []
      open.set(name, starts)
      if (kind === 'opening') starts.push(index)
      else {
        const start = starts.pop()
        if (start !== undefined && start < index) ends.set(start, Math.max(index, ends.get(start) ?? index))
      }
    }
  }
  return ends
}

/**
 * The tags in HTML, in one pass. Regular expressions that find them take a time that grows with the square of the text's
 * length if it has comments or tags without an end.
 */
function* tagsOf(html: string): Generator<Tag> {
  for (let start = html.indexOf('<'); start !== -1;) {
    if (html.startsWith('<!--', start)) {
      const end = html.indexOf('-->', start + 4)
      // A comment without an end hides everything that follows it.
      if (end === -1) return
      start = html.indexOf('<', end + 3)
      continue
    }
    const isClosing = html[start + 1] === '/'
    const from = start + (isClosing ? 2 : 1)
    const to = endOfName(html, from)
    let end = to
    while (end < html.length && html[end] !== '<' && html[end] !== '>') end++
    if (to > from && html[end] === '>') {
      const kind = isClosing ? 'closing' : html[end - 1] === '/' ? 'self-closing' : 'opening'
      yield { name: html.slice(from, to).toLowerCase(), kind }
    }
    start = html.indexOf('<', Math.max(end, start + 1))
  }
}

/** The end of an element's name that begins here; the same position if none does. */
function endOfName(html: string, from: number): number {
  if (!isLetter(html.charCodeAt(from))) return from
  let to = from + 1
  while (isInName(html.charCodeAt(to))) to++
  return to
}

/** Whether this is the code of a letter from a to z, in either case. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Whether this is the code of a letter, a digit or a hyphen. */
const isInName = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57) || code === 45
