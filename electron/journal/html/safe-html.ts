import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { wordsOf } from '../../shared/report/language.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import { toMarkdownTree } from './markdown-tree.ts'

/**
 * What a page may contain: GitHub's list, plus the addresses that stand for a trip's pictures until they are inserted.
 */
const schema: Schema = {
  ...defaultSchema,
  // The ids come from our own footnotes, which already have the prefix; there are no scripts that they could interfere
  // with.
  clobberPrefix: '',
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.['href'] ?? []), 'tel'],
    src: [...(defaultSchema.protocols?.['src'] ?? []), 'photo', 'sha256'],
  },
}
const allowed = new Set(schema.tagNames)

/** Elements that an HTML page does not show anyway, so that dropping them need not be reported. */
const unseen = new Set(['html', 'head', 'body'])

/**
 * Converts a text to HTML that cannot run or load anything.
 *
 * @param dropped collects the names of the elements that were removed
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

/** The tree with its raw HTML parsed the way a browser does: `<b>so</b>` becomes what `**so**` is. */
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
