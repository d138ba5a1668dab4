import type { Heading, Link, PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import { mapNodes } from './map-nodes.ts'
import { markdownDialect } from './dialect.ts'
import { createTextHandler, writeText } from './write-text.ts'

/** How a program that is not quite CommonMark wants its Markdown. */
export interface WritingStyle extends Pick<Options, 'handlers' | 'listItemIndent' | 'unsafe'> {
  /** Whether shortcodes in the words stay as they are, or are escaped like everything else. */
  keepsShortcodes?: boolean
  /** The punctuation that a backslash escapes; all other is written as a character reference. Absent for all. */
  escapable?: string
}

/** Creates a function that writes trees as Markdown in a style of its own. */
export function createMarkdownWriter(style: WritingStyle = {}): (root: Root) => string {
  const { handlers, listItemIndent = 'one', unsafe = [], keepsShortcodes = true, escapable } = style
  const isPlain = keepsShortcodes && escapable === undefined
  const text = isPlain ? writeText : createTextHandler({ keepsShortcodes, ...(escapable && { escapable }) })
  const writer = unified()
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      fences: true,
      handlers: { text, ...handlers },
      incrementListMarker: true,
      listItemIndent,
      rule: '-',
      strong: '*',
      unsafe,
    })
    .use(remarkGfm, markdownDialect)
    .freeze()
  return (root) => {
    const written = mapNodes(root, (node) => (node.type === 'heading' ? putOnOneLine(node) : node))
    return writer.stringify(mapNodes(written, (node) => (node.type === 'link' ? spellOutMail(node) : node)))
  }
}

/** Writes a tree as Markdown that parses to the same tree. Ends with a newline unless it is empty. */
export const stringifyMarkdown = createMarkdownWriter()

/** Mail addresses that are valid between < and >. Bare addresses allow more. */
const bracketed =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

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
