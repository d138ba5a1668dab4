import type { Element, ElementContent, RootContent } from 'hast'
import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { attribute, element, hasClass, isElement } from '../../html/elements.ts'
import { toMarkdownTree } from '../../html/markdown-tree.ts'

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** Reads blocks back as the tree of a text. */
export function readBlocks(markup: string): Root {
  return toMarkdownTree(parser.parse(markup).children.flatMap(readNode))
}

/** Without the comments around blocks, and with the markup that our other HTML has. */
function readNode(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  const children = node.children.flatMap(readNode)
  if (hasClass(node, 'wp-block-gallery')) return [element('div', { className: ['pictures'] }, children)]
  if (hasClass(node, 'wp-block-table')) return children
  if (node.tagName === 'pre') return [readCode({ ...node, children })]
  const align = attribute(node, 'dataAlign')
  return [{ ...node, properties: align === '' ? node.properties : { align }, children }]
}

function readCode(pre: Element): Element {
  const { className } = pre.properties
  const languages = Array.isArray(className)
    ? className.filter((name) => typeof name === 'string' && name.startsWith('language-'))
    : []
  if (languages.length === 0) return pre
  const children = pre.children.map((child) =>
    isElement(child, 'code') ? { ...child, properties: { ...child.properties, className: languages } } : child,
  )
  return { ...pre, children }
}
