import { createHash } from 'node:crypto'
import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { longDate } from '../../../shared/report/language.ts'
import type { Post, PostMeta } from '../../../shared/post.ts'
import { photoIdIn } from '../../report/show-pictures.ts'
import { decodeOnly, encodeText, type Exporter, type Pictures } from '../exporter.ts'
import { readHtml, readHtmlMeta } from './read-page.ts'
import { PAGE_STYLE } from './page-style.ts'
import { setFigures } from '../../html/figures.ts'
import { element, text } from '../../html/elements.ts'
import { resolveHtml, toSafeHtml } from '../../html/safe-html.ts'
import { addressPictures } from '../address-pictures.ts'
import { eachNode } from '../../markdown/map-nodes.ts'

const writer = unified().use(rehypeStringify).freeze()

/** One file to send or to keep: pictures and style inside, nothing fetched, light and dark, and on paper. */
export const htmlFile: Exporter = {
  id: 'html',
  name: 'HTML file',
  description: 'one page with the pictures inside, to open, send, print or keep',
  makes: 'file',
  comparison: {},
  // A text of half a gigabyte is the longest that the runtime takes, and no browser is at ease with it.
  maxPictureBytes: 300_000_000,

  write(post, pictures) {
    const body = toSafeHtml(post.tree, post.meta.language)
    const page = makePage(
      post.meta,
      describe(post),
      setFigures(body, (url) => dataAddress(url, pictures)),
    )
    return [{ path: `${post.meta.slug}.html`, data: encodeText(`${writer.stringify(page)}\n`) }]
  },

  read: (files) => readHtml(decodeOnly(files)),
  readMeta: (files) => readHtmlMeta(decodeOnly(files)),

  expect(post, pictures) {
    const tree = addressPictures(post.tree, (id) => {
      const data = pictures.get(id)?.data
      return data && contentAddress(data)
    })
    return resolveHtml(tree, post.meta.language)
  },

  leftOut(post) {
    const dropped = new Set<string>()
    toSafeHtml(post.tree, post.meta.language, dropped)
    return [...dropped].map(
      (name) => `The HTML <${name}> of the post is not in the file, for it could run or load something.`,
    )
  },
}

function makePage(meta: PostMeta, description: string, body: ElementContent[]): HtmlRoot {
  // By its hash the style is let in, and no other.
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const head = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['content-security-policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, [text(meta.title)]),
    ...named('description', description),
    ...meta.authors.flatMap((author) => named('author', author)),
    ...named('keywords', meta.tags.join(', ')),
    ...property('og:type', 'article'),
    ...property('og:title', meta.title),
    ...property('og:description', description),
    ...property('og:locale', meta.language.replace('-', '_')),
    ...property('article:published_time', meta.date ?? ''),
    ...meta.authors.flatMap((author) => property('article:author', author)),
    ...meta.tags.flatMap((tag) => property('article:tag', tag)),
    element('meta', { name: 'generator', content: 'Lanyard' }),
    element('style', {}, [text(PAGE_STYLE)]),
  ]
  const article = element('article', {}, [
    line,
    element('header', {}, byline(meta)),
    line,
    element('div', { id: 'text' }, [line, ...body, line]),
    ...(meta.tags.length === 0 ? [] : [line, tagLine(meta.tags)]),
    line,
  ])
  const html = element('html', { lang: meta.language }, [
    line,
    element('head', {}, [line, ...head.flatMap((part) => [part, line])]),
    line,
    element('body', {}, [line, element('main', {}, [line, article, line]), line]),
    line,
  ])
  return { type: 'root', children: [{ type: 'doctype' }, line, html] }
}

const line = text('\n')

function named(name: string, content: string): Element[] {
  return content === '' ? [] : [element('meta', { name, content })]
}

function property(name: string, content: string): Element[] {
  return content === '' ? [] : [element('meta', { property: name, content })]
}

function byline(meta: PostMeta): ElementContent[] {
  const authors = meta.authors.map((author) => element('span', { className: ['author'] }, [text(author)]))
  const date =
    meta.date === null ? [] : [element('time', { dateTime: meta.date }, [text(longDate(meta.date, meta.language))])]
  const parts = authors.flatMap((author, index) => (index === 0 ? [author] : [text(', '), author]))
  const both = parts.length > 0 && date.length > 0 ? [text(' · ')] : []
  const under = [...parts, ...both, ...date]
  const heading = element('h1', {}, [text(meta.title)])
  return [line, heading, line, ...(under.length === 0 ? [] : [element('p', { className: ['byline'] }, under), line])]
}

function tagLine(tags: readonly string[]): Element {
  const items = tags.map((tag) => element('li', {}, [text(tag)]))
  return element('footer', {}, [element('ul', { className: ['tags'] }, items)])
}

/** The beginning of the text in one line, for search engines and previews of links. */
function describe(post: Post): string {
  let first = ''
  for (const node of post.tree.children) {
    if (node.type !== 'paragraph') continue
    eachNode(node, (part) => {
      if (part.type === 'text' || part.type === 'inlineCode') first += part.value
      if (part.type === 'break') first += ' '
    })
    if (first.trim() !== '') break
  }
  const words = first.replace(/\s+/g, ' ').trim()
  return words.length <= 160 ? words : `${words.slice(0, 159).replace(/\s+\S*$/, '')}…`
}

/** A picture of the trip as an address that holds the picture itself; `null` for a picture that is somewhere else. */
function dataAddress(url: string, pictures: Pictures): string | null {
  const picture = pictures.get(photoIdIn(url) ?? '')
  if (picture === undefined) return null
  const { buffer, byteOffset, byteLength } = picture.data
  return `data:${picture.photo.mediaType};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`
}

/** What a picture is called in comparisons: by its content, for in the file it has no other name. */
export function contentAddress(data: Uint8Array): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`
}
