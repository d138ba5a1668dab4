import type { Link, Root } from 'mdast'
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

/** What may stand between < and > as a mail address. Bare addresses may hold more. */
const bracketed =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

/** Writes a tree as Markdown that reads back as the same tree. Ends with a newline unless there is nothing to say. */
export function stringifyMarkdown(root: Root): string {
  return writer.stringify(mapNodes(root, (node) => (node.type === 'link' ? spellOutMail(node) : node)))
}

/** `<a@b.example_c>` is no link while `a@b.example_c` is: in two pieces, the words get an address of their own. */
function spellOutMail(link: Link): Link {
  const [text, ...others] = link.children
  if (text?.type !== 'text' || others.length > 0 || link.url !== `mailto:${text.value}`) return link
  if (bracketed.test(text.value)) return link
  const pieces = [text.value.slice(0, 1), text.value.slice(1)]
  return { ...link, children: pieces.map((value) => ({ type: 'text', value })) }
}
