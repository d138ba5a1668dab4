import type { Heading, Link, PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { mapNodes } from './map-nodes.ts'
import { markdownDialect } from './dialect.ts'
import { writeText } from './write-text.ts'

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    handlers: { text: writeText },
    incrementListMarker: true,
    listItemIndent: 'one',
    rule: '-',
    strong: '*',
  })
  .use(remarkGfm, markdownDialect)
  .freeze()

/** Mail addresses that are valid between < and >. Bare addresses allow more. */
const bracketed =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

/** Writes a tree as Markdown that parses to the same tree. Ends with a newline unless it is empty. */
export function stringifyMarkdown(root: Root): string {
  const written = mapNodes(root, (node) => (node.type === 'heading' ? putOnOneLine(node) : node))
  return writer.stringify(mapNodes(written, (node) => (node.type === 'link' ? spellOutMail(node) : node)))
}

/** Code can span lines only in underlined headings, which exist for two levels. */
function putOnOneLine(heading: Heading): Heading {
  if (heading.depth < 3) return heading
  const root: Root = { type: 'root', children: heading.children }
  const onOneLine = mapNodes(root, (node) =>
    node.type === 'inlineCode' && node.value.includes('\n')
      ? { ...node, value: node.value.replaceAll('\n', ' ') }
      : node,
  )
  // Only code was replaced, with other code.
  return onOneLine === root ? heading : { ...heading, children: onOneLine.children as PhrasingContent[] }
}

/** `<a@b.example_c>` is not a link but `a@b.example_c` is, so write an address in two parts. */
function spellOutMail(link: Link): Link {
  const [text, ...others] = link.children
  if (text?.type !== 'text' || others.length > 0 || link.url !== `mailto:${text.value}`) return link
  if (bracketed.test(text.value)) return link
  const pieces = [text.value.slice(0, 1), text.value.slice(1)]
  return { ...link, children: pieces.map((value) => ({ type: 'text', value })) }
}
