import type { Element, ElementContent, Nodes, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { toSafeHtml } from '../../../electron/journal/html/safe-html.ts'
import { attribute, findElement, hasClass } from '../../../electron/journal/html/elements.ts'
import type { Post } from '../../../electron/shared/post.ts'

/** What a page shows, as readers see it. */
export interface PageFacts {
  /** The blocks with words, and what they are in: `ul/li: First`. */
  blocks: string[]
  /** Links with their addresses, but for those between a footnote and its mark. */
  links: string[]
  /** The alternative texts of pictures. */
  pictures: string[]
  /** Words in code, emphasised, strong and deleted ones. */
  marked: string[]
}

/** Facts that a site cannot show, which both sides leave out. */
export interface FactOptions {
  /** Whether the site drops HTML. */
  noHtml?: boolean
}

/** What a post should show. */
export function factsOfPost(post: Post): PageFacts {
  return factsOf({ type: 'root', children: toSafeHtml(post.tree, post.meta.language) })
}

/** What the part of a page with a class, an id or a tag name shows. */
export function factsOfPage(page: string, part: string): { facts: PageFacts; title: string; sources: string[] } {
  const root = unified().use(rehypeParse).parse(page)
  const found = findElement(root, (one) => one.tagName === part || hasClass(one, part) || one.properties['id'] === part)
  if (found === undefined) throw new Error(`The page has no ${part}:\n${page.slice(0, 2000)}`)
  const title = findElement(root, (one) => one.properties['id'] === 'title')
  const sources: string[] = []
  collect(found, (one) => {
    if (one.tagName === 'img') sources.push(attribute(one, 'src'))
  })
  return { facts: factsOf(found), title: title === undefined ? '' : tidy(textIn(title)), sources }
}

const blockNames = new Set([
  'p',
  'li',
  'td',
  'th',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'dd',
  'dt',
  'dl',
])
const containers = new Set(['ul', 'ol', 'table', 'blockquote', 'li', 'td', 'th', 'pre', 'dl', 'dd', 'dt'])
const skipped = new Set(['script', 'style', 'template', 'button', 'input', 'svg', 'figcaption', 'caption'])
/** What programs add to headings, code and footnotes. */
const added = [
  'header-anchor',
  'hash-link',
  'headerlink',
  'lang',
  'line-numbers',
  'sr-only',
  'footnote-backref',
  'reversefootnote',
  'footnote-back-ref',
  'data-footnote-backref',
  'visually-hidden',
]

function factsOf(root: Root | Element): PageFacts {
  const facts: PageFacts = { blocks: [], links: [], pictures: [], marked: [] }
  let words = ''
  const end = (path: readonly string[]) => {
    const shown = tidy(words)
    words = ''
    if (shown !== '')
      facts.blocks.push(`${path.filter((name) => containers.has(name) || /^h\d$/.test(name)).join('/')}: ${shown}`)
  }
  const walk = (node: Nodes, path: readonly string[]): void => {
    if (node.type === 'text') words += path.includes('pre') ? node.value.replaceAll('\n', ' ') : node.value
    if (node.type === 'element') return walkElement(node, path)
    if ('children' in node) for (const child of node.children) walk(child, path)
  }
  const walkElement = (node: Element, path: readonly string[]): void => {
    const { tagName: name } = node
    if (
      skipped.has(name) ||
      added.some(
        (word) =>
          hasClass(node, word) ||
          word in node.properties ||
          (word === 'data-footnote-backref' && 'dataFootnoteBackref' in node.properties),
      )
    )
      return
    // The mark of a footnote.
    if (name === 'sup' || (name === 'h2' && node.properties['id'] === 'footnote-label')) return
    if (name === 'img') facts.pictures.push(tidy(attribute(node, 'alt')))
    if (name === 'br') words += ' '
    const isBlock = blockNames.has(name)
    const inside = [...path, name]
    if (isBlock || containers.has(name)) end(path)
    if (name === 'a' && !attribute(node, 'href').startsWith('#')) {
      const href = attribute(node, 'href').replace(/&amp;/g, '&')
      facts.links.push(`${tidy(textIn(node))} ${href}`)
    }
    if (['em', 'strong', 'del', 's'].includes(name))
      facts.marked.push(`${name === 's' ? 'del' : name}: ${tidy(textIn(node))}`)
    if (name === 'code' && !path.includes('pre')) facts.marked.push(`code: ${tidy(textIn(node))}`)
    for (const child of node.children) walk(child, inside)
    if (isBlock || containers.has(name)) end(inside)
  }
  walk(root, [])
  end([])
  return facts
}

function collect(node: Nodes, visit: (element: Element) => void): void {
  if (node.type === 'element') visit(node)
  if ('children' in node) for (const child of node.children) collect(child, visit)
}

function textIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const isLeftOut = node.tagName === 'sup' || added.some((word) => hasClass(node, word))
  return isLeftOut ? '' : node.children.map(textIn).join('')
}

/** Words without what programs make nicer in them: quotes, dashes, dots, spaces. */
function tidy(words: string): string {
  return words
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/---|--|–|—/g, '-')
    .replace(/…/g, '...')
    .replace(/[☐☑]\uFE0F?/g, '')
    .replace(/(?:\u200B|\u2060|\uFEFF|↩|\uFE0E)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
