import type { Element, ElementContent, Properties } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { attribute, element, hasClass, isElement, wordsOf } from '../../html/elements.ts'
import { hasRightToLeft } from '../../../shared/direction.ts'
import { block, hasOnly, isBlank, isPhrase, joinBlocks, onlyElement } from './block.ts'
import { listBlock } from './write-list.ts'
import { tableBlock } from './write-table.ts'

const writer = unified().use(rehypeStringify, { closeSelfClosing: true }).freeze()

/**
 * Writes HTML as blocks for the editor of WordPress 6 and later. What it has no block for becomes custom HTML, which
 * every version keeps as it is: footnotes, definitions, details, and lists with more than words in them.
 */
export function writeBlocks(nodes: readonly ElementContent[]): string {
  const markup = writer.stringify({ type: 'root', children: joinBlocks(toBlocks(nodes), '\n\n') })
  // WordPress would run `[gallery]` in a text as a shortcode. In these blocks, brackets are nothing but text.
  return markup === '' ? '' : `${markup.replaceAll('[', '&#91;')}\n`
}

function toBlocks(nodes: readonly ElementContent[]): ElementContent[][] {
  const blocks: ElementContent[][] = []
  let line: ElementContent[] = []
  const endLine = () => {
    if (line.some((node) => !isBlank(node))) blocks.push(block('paragraph', {}, element('p', {}, line)))
    line = []
  }
  for (const node of nodes) {
    // Only HTML has words outside of paragraphs.
    if (isPhrase(node)) line.push(node)
    else {
      endLine()
      if (node.type === 'element') blocks.push(toBlock(node))
    }
  }
  endLine()
  return blocks
}

function toBlock(node: Element): ElementContent[] {
  return blockOf(node) ?? block('html', {}, withoutMarks(node))
}

/** The block for an element; `null` if the editor has none that holds all of it. */
function blockOf(node: Element): ElementContent[] | null {
  switch (node.tagName) {
    case 'p':
      return paragraphBlock(node)
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingBlock(node)
    case 'ul':
    case 'ol':
      return listBlock(node)
    case 'blockquote':
      return quoteBlock(node)
    case 'pre':
      return codeBlock(node)
    case 'hr':
      return block('separator', {}, element('hr', { className: ['wp-block-separator', 'has-alpha-channel-opacity'] }))
    case 'table':
      return tableBlock(node)
    case 'figure':
      return imageBlock(node)
    case 'div':
      return hasClass(node, 'pictures') ? galleryBlock(node) : null
    default:
      return null
  }
}

function paragraphBlock(node: Element): ElementContent[] | null {
  if (!hasOnly(node, 'dir', 'id', 'dataAttribution') || !node.children.every(isPhrase)) return null
  // The editor knows the direction of paragraphs only, and no `auto`.
  const isRightToLeft = attribute(node, 'dir') !== '' && startsRightToLeft(wordsOf(node))
  const direction = isRightToLeft ? { dir: 'rtl' } : {}
  return block(
    'paragraph',
    isRightToLeft ? { direction: 'rtl' } : {},
    element('p', { ...direction, ...anchorOf(node) }, node.children),
  )
}

function startsRightToLeft(words: string): boolean {
  return hasRightToLeft(/\p{L}/u.exec(words)?.[0] ?? '')
}

function headingBlock(node: Element): ElementContent[] | null {
  if (!hasOnly(node, 'dir', 'id') || !node.children.every(isPhrase)) return null
  const level = Number(node.tagName.slice(1))
  const markup = element(node.tagName, anchorOf(node), node.children)
  return block('heading', level === 2 ? {} : { level }, markup)
}

function anchorOf(node: Element): Properties {
  const id = attribute(node, 'id')
  return id === '' ? {} : { id }
}

function quoteBlock(node: Element): ElementContent[] | null {
  if (!hasOnly(node, 'dir')) return null
  return block(
    'quote',
    {},
    element('blockquote', { className: ['wp-block-quote'] }, joinBlocks(toBlocks(node.children))),
  )
}

/** The language of code is a class of the block: in the markup of the code itself, the editor allows none. */
function codeBlock(node: Element): ElementContent[] | null {
  const code = onlyElement(node, 'code')
  if (code === null || !hasOnly(node) || !hasOnly(code, 'className') || !code.children.every(isPhrase)) return null
  const { className } = code.properties
  const classes = Array.isArray(className) ? className.map(String) : []
  return block(
    'code',
    classes.length === 0 ? {} : { className: classes.join(' ') },
    element('pre', { className: ['wp-block-code', ...classes] }, [element('code', {}, code.children)]),
  )
}

function imageBlock(node: Element): ElementContent[] | null {
  const [image, caption, ...others] = node.children.filter((child) => !isBlank(child))
  if (!isElement(image, 'img') || !hasOnly(image, 'src', 'alt', 'title') || others.length > 0) return null
  if (!hasOnly(node) || (caption !== undefined && !isElement(caption, 'figcaption'))) return null
  if (caption !== undefined && (!hasOnly(caption, 'dir') || !caption.children.every(isPhrase))) return null
  const said = caption && element('figcaption', { className: ['wp-element-caption'] }, caption.children)
  const figure = element('figure', { className: ['wp-block-image', 'size-large'] }, [image, ...(said ? [said] : [])])
  return block('image', { sizeSlug: 'large' }, figure)
}

function galleryBlock(node: Element): ElementContent[] | null {
  const images: ElementContent[][] = []
  for (const child of node.children) {
    if (isBlank(child)) continue
    const image = isElement(child, 'figure') ? imageBlock(child) : null
    if (image === null) return null
    images.push(image)
  }
  const className = ['wp-block-gallery', 'has-nested-images', 'columns-default']
  return block('gallery', { linkTo: 'none', imageCrop: false }, element('figure', { className }, joinBlocks(images)))
}

/** Custom HTML, in which the marks for our own style sheets have no meaning. */
function withoutMarks(node: Element): Element {
  const { dataAttribution: _, ...properties } = node.properties
  const children = node.children.map((child) => (child.type === 'element' ? withoutMarks(child) : child))
  // The heading of the footnotes is for screen readers; WordPress has its own class for that.
  const isHidden = hasClass(node, 'sr-only')
  return { ...node, properties: isHidden ? { ...properties, className: ['screen-reader-text'] } : properties, children }
}
