import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const schema: typeof defaultSchema = {
  ...defaultSchema,
  // The contents of these elements are not part of the text.
  strip: ['script', 'style', 'title', 'template', 'noscript'],
}

/** Word processors mark bold and italic by style, and wrap whole documents in a `b` that is not bold. */
function readStyles() {
  return (tree: Root) => {
    visit(tree, 'element', (element: Element) => {
      const { style } = element.properties
      if (typeof style !== 'string') return
      const weight = /font-weight:\s*(\w+)/.exec(style)?.[1]
      const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
      if (element.tagName === 'b' || element.tagName === 'strong') {
        if (weight !== undefined && !isBold) element.tagName = 'span'
      } else if (element.tagName === 'span' && isBold) {
        element.tagName = 'strong'
      } else if (element.tagName === 'span' && /font-style:\s*italic/.test(style)) {
        element.tagName = 'em'
      }
    })
  }
}

/** A picture on a page becomes a link: only pictures in the trip are shown, and nothing is loaded from elsewhere. */
function linkPictures() {
  return (tree: Root) => {
    visit(tree, 'element', (element: Element) => {
      if (element.tagName !== 'img') return
      const { src, alt } = element.properties
      const words = typeof alt === 'string' && alt.trim() !== '' ? alt.trim() : 'picture'
      const isAddress = typeof src === 'string' && /^https?:/i.test(src)
      element.tagName = isAddress ? 'a' : 'span'
      element.properties = isAddress ? { href: src } : {}
      element.children = isAddress ? [{ type: 'text', value: words }] : []
    })
  }
}

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(readStyles)
  .use(rehypeSanitize, schema)
  .use(linkPictures)
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one', fences: true })

/** Converts web content from the clipboard to Markdown. It may contain anything: scripts, styles, whole documents. */
export function htmlToMarkdown(html: string): string {
  return processor.processSync(html).toString().trim()
}
