import type { RootContent } from 'hast'
import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { toMarkdownTree } from '../../html/markdown-tree.ts'

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** Reads the HTML of a blog back as the tree of a text, without comments. */
export function readHtml(html: string): Root {
  return toMarkdownTree(parser.parse(html).children.flatMap(withoutComments))
}

function withoutComments<T extends RootContent>(node: T): T[] {
  if (node.type === 'comment') return []
  return [node.type === 'element' ? { ...node, children: node.children.flatMap(withoutComments) } : node]
}
