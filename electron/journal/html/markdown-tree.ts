import { createHash } from 'node:crypto'
import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlContent } from 'hast'
import type { BlockContent, FootnoteDefinition, Image, PhrasingContent, Root, RootContent } from 'mdast'
import rehypeRemark, { type Options } from 'rehype-remark'
import { unified } from 'unified'
import { mapNodes } from '../markdown/map-nodes.ts'
import { wrapWords } from '../markdown/wrap-words.ts'
import { attribute, findElement, hasClass, isElement, text, wordsOf } from './elements.ts'
import { ABSENT_PICTURE } from './figures.ts'

/** Converts HTML back into the tree of a text. */
export function toMarkdownTree(children: ElementContent[] | HtmlRoot['children']): Root {
  const root: HtmlRoot = { type: 'root', children: children.map(fillEmpty) }
  return wrapWords(withoutFilling(unified().use(rehypeRemark, options).runSync(root)))
}

/**
 * The content of empty elements during the conversion. Without it, the search for words beside white space goes through
 * all of them, for each of them: two thousand take half a minute.
 */
const FILLING = '\uFFFF'
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

function fillEmpty<T extends HtmlContent>(node: T): T {
  if (node.type !== 'element') return node
  if (node.children.length === 0) return inline.has(node.tagName) ? { ...node, children: [text(FILLING)] } : node
  return { ...node, children: node.children.map(fillEmpty) }
}

function withoutFilling(root: Root): Root {
  return mapNodes(root, (node) => {
    if (!('value' in node) || !node.value.includes(FILLING)) return node
    const value = node.value.replaceAll(FILLING, '')
    return value === '' && node.type === 'text' ? null : { ...node, value }
  })
}

const options: Options = {
  document: true,
  handlers: {
    figure: (state, node) => ({ type: 'paragraph', children: [readFigure(state, node)] }),
    div: (state, node) =>
      hasClass(node, 'pictures')
        ? {
            type: 'paragraph',
            children: node.children
              .filter((child) => isElement(child, 'figure'))
              .flatMap((figure, index) => [
                ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
                readFigure(state, figure),
              ]),
          }
        : state.toFlow(state.all(node)),
    img: (_state, node) => readImage(node),
    span: (state, node) => (hasClass(node, ABSENT_PICTURE) ? absentPicture(node) : state.all(node)),
    a: (state, node) =>
      hasClass(node, ABSENT_PICTURE)
        ? absentPicture(node)
        : {
            type: 'link',
            url: attribute(node, 'href'),
            title: attribute(node, 'title') || null,
            children: state.all(node) as PhrasingContent[],
          },
    section: (state, node) =>
      node.properties['dataFootnotes'] === undefined ? state.toFlow(state.all(node)) : readFootnotes(state, node),
    sup: (state, node) => {
      const [link] = node.children
      if (!isElement(link, 'a') || link.properties['dataFootnoteRef'] === undefined) return state.all(node)
      const identifier = footnoteName(attribute(link, 'href'), '#user-content-fn-')
      return { type: 'footnoteReference', identifier, label: identifier }
    },
  },
}

type State = Parameters<NonNullable<NonNullable<Options['handlers']>[string]>>[0]

function readFigure(_state: State, node: Element): Image {
  const image = findElement(node, (child) => child.tagName === 'img')
  const caption = findElement(node, (child) => child.tagName === 'figcaption')
  const read = image === undefined ? { type: 'image' as const, url: '' } : readImage(image)
  return caption === undefined ? read : { ...read, title: wordsOf(caption) }
}

function readImage(node: Element): Image {
  const title = attribute(node, 'title') || null
  return { type: 'image', url: nameContent(attribute(node, 'src')), alt: attribute(node, 'alt'), title }
}

/** A picture without an address: only its words are left. */
function absentPicture(node: Element): Image {
  return { type: 'image', url: '', alt: wordsOf(node) }
}

function nameContent(url: string): string {
  const [, base64] = /^data:[a-z/+-]+;base64,(.*)$/s.exec(url) ?? []
  if (base64 === undefined) return url
  return `sha256:${createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')}`
}

function readFootnotes(state: State, section: Element): RootContent[] {
  const list = findElement(section, (child) => child.tagName === 'ol')
  const items = (list?.children ?? []).filter((child) => isElement(child, 'li'))
  return items.map((item): FootnoteDefinition => {
    const identifier = footnoteName(attribute(item, 'id'), 'user-content-fn-')
    const children = state.toFlow(state.all(withoutWayBack(item))) as BlockContent[]
    return { type: 'footnoteDefinition', identifier, label: identifier, children }
  })
}

function withoutWayBack<T extends Element>(node: T): T {
  const children = node.children
    .filter((child) => !isElement(child, 'a') || child.properties['dataFootnoteBackref'] === undefined)
    .map((child) => (child.type === 'element' ? withoutWayBack(child) : child))
  return { ...node, children }
}

function footnoteName(value: string, prefix: string): string {
  const name = value.replace(prefix, '')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
