import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { wordsOf } from '../../shared/report/language.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import { toMarkdownTree } from './markdown-tree.ts'

/** What may stand in a page. GitHub's list, and the addresses under which a trip's pictures are known until they are put in. */
const schema: Schema = {
  ...defaultSchema,
  // The names come from our own footnotes, which have the prefix already; there is no script that they could confuse.
  clobberPrefix: '',
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.['href'] ?? []), 'tel'],
    src: [...(defaultSchema.protocols?.['src'] ?? []), 'photo', 'sha256'],
  },
}
const allowed = new Set(schema.tagNames)

/** What an HTML page does not show anyhow, so that nobody misses it. */
const unseen = new Set(['html', 'head', 'body'])

/**
 * A text as HTML in which nothing can run or load anything.
 *
 * @param dropped is told the names of the elements that were taken out
 */
export function toSafeHtml(tree: Root, language: string, dropped?: Set<string>): ElementContent[] {
  const words = wordsOf(language)
  const raw = hasHtml(tree)
  const processor = unified()
    .use(remarkRehype, {
      allowDangerousHtml: raw,
      footnoteLabel: words.footnotes,
      footnoteBackLabel: words.backToText,
    })
    .use(raw ? [rehypeRaw] : [])
    .use(() => (html: HtmlRoot) => {
      if (dropped !== undefined && raw) noteDropped(html, dropped)
    })
    .use(rehypeSanitize, schema)
  const html = processor.runSync(tree)
  return html.children.filter((node) => node.type !== 'doctype')
}

/** The tree with the HTML in it read as a browser reads it: `<b>so</b>` is what `**so**` is. */
export function resolveHtml(tree: Root, language: string): Root {
  return hasHtml(tree) ? toMarkdownTree(toSafeHtml(tree, language)) : tree
}

function hasHtml(tree: Root): boolean {
  let found = false
  eachNode(tree, (node) => {
    if (node.type === 'html') found = true
  })
  return found
}

function noteDropped(node: HtmlRoot | Element, dropped: Set<string>): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (!allowed.has(child.tagName) && !unseen.has(child.tagName)) dropped.add(child.tagName)
    noteDropped(child, dropped)
  }
}
