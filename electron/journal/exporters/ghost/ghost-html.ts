import type { Comment, Element, ElementContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { element, isElement, text } from '../../html/elements.ts'

const writer = unified().use(rehypeStringify).freeze()

/**
 * Writes HTML for Ghost. Its importer turns HTML into its own format and keeps only what its editor can make, so
 * everything else goes into HTML cards, which it keeps as they are.
 */
export function writeGhostHtml(nodes: readonly ElementContent[]): string {
  const children = nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || isKept(node)) return [node]
    return [comment('kg-card-begin: html'), text('\n'), clean(node), text('\n'), comment('kg-card-end: html')]
  })
  return writer.stringify({ type: 'root', children })
}

function comment(value: string): Comment {
  return { type: 'comment', value }
}

/** What Ghost's editor keeps in a line of text. A picture in a line would split it, and marks would vanish. */
const keptInLine = new Set(['a', 'strong', 'b', 'em', 'i', 'code', 'sup', 'sub', 'br'])

function isLine(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return true
    if (node.type !== 'element' || !keptInLine.has(node.tagName) || !isLine(node.children)) return false
    return hasOnly(node, ...(node.tagName === 'a' ? ['href'] : []))
  })
}

function hasOnly(node: Element, ...names: readonly string[]): boolean {
  return Object.keys(node.properties).every((name) => names.includes(name))
}

function isKept(node: Element): boolean {
  switch (node.tagName) {
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return hasOnly(node) && isLine(node.children)
    case 'hr':
      return true
    case 'pre': {
      const [code] = node.children
      return hasOnly(node) && isElement(code, 'code') && hasOnly(code, 'className')
    }
    case 'blockquote':
      // Several paragraphs would be joined into one.
      return hasOnly(node) && isParagraphOnly(node.children)
    case 'ul':
    case 'ol':
      return isKeptList(node)
    case 'figure':
      return isKeptFigure(node)
    default:
      return false
  }
}

function withoutBlanks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
}

function isParagraphOnly(nodes: readonly ElementContent[]): boolean {
  const [only, ...others] = withoutBlanks(nodes)
  return others.length === 0 && isElement(only, 'p') && hasOnly(only) && isLine(only.children)
}

function isKeptList(list: Element): boolean {
  return (
    hasOnly(list, 'start') && withoutBlanks(list.children).every((item) => isElement(item, 'li') && isKeptItem(item))
  )
}

/** The editor's items are a text, and after it lists. */
function isKeptItem(item: Element): boolean {
  if (!hasOnly(item)) return false
  const children = withoutBlanks(item.children)
  const firstList = children.findIndex((child) => isElement(child, 'ul', 'ol'))
  const said = firstList < 0 ? children : children.slice(0, firstList)
  const lists = firstList < 0 ? [] : children.slice(firstList)
  return (
    (isLine(said) || isParagraphOnly(said)) && lists.every((list) => isElement(list, 'ul', 'ol') && isKeptList(list))
  )
}

function isKeptFigure(figure: Element): boolean {
  const [image, caption, ...others] = withoutBlanks(figure.children)
  if (!hasOnly(figure) || others.length > 0) return false
  if (!isElement(image, 'img') || !hasOnly(image, 'src', 'alt')) return false
  return caption === undefined || (isElement(caption, 'figcaption') && hasOnly(caption) && isLine(caption.children))
}

/** Without the marks for our own style sheets, which mean nothing in Ghost. */
function clean(node: Element): Element {
  const { dataAttribution: _, ...properties } = node.properties
  const children = node.children.map((child) => (child.type === 'element' ? clean(child) : child))
  return element(node.tagName, properties, children)
}
