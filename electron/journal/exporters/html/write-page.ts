import { createHash } from 'node:crypto'
import type { Element, Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { OptionValues } from '../../../shared/export-options.ts'
import type { Post } from '../../../shared/post.ts'
import { assertNever, fail, ok, type Result } from '../../../shared/result.ts'
import { element, text } from '../../html/elements.ts'
import { setFigures } from '../../html/figures.ts'
import { htmlOmissions, resolveHtml, toSafeHtml } from '../../html/safe-html.ts'
import { withWebLinks } from '../../html/web-links.ts'
import { eachNode, mapNodes } from '../../markdown/map-nodes.ts'
import { photoIdIn } from '../../report/show-pictures.ts'
import { addressPictures } from '../address-pictures.ts'
import { encodeText, type ExportFile, type Pictures, type Writer, type WrittenPost } from '../exporter.ts'
import { namePictures } from '../name-pictures.ts'
import { contentAddress } from '../read-page.ts'
import { shownPhotos } from '../shown-photos.ts'
import { bylineOf } from './byline.ts'
import { InlinePictures } from './inline-pictures.ts'
import { offerCopies } from './offer-copies.ts'
import type { htmlOptions } from './options.ts'
import { PAGE_STYLE } from './page-style.ts'

const writer = unified().use(rehypeStringify).freeze()

/** Browsers have trouble with more Base64 than this in one page. In bytes of the pictures themselves. */
const MAX_INLINE_BYTES = 300_000_000
/** The folder for pictures that are not embedded in the page. */
const PICTURE_FOLDER = 'images'

export const pageWriter: Writer<OptionValues<typeof htmlOptions>> = {
  async write(post, pictures, options) {
    switch (options.pictures) {
      case 'inside':
        return writeFile(post, pictures)
      case 'beside':
        return ok(writeFolder(post, pictures))
      default:
        return assertNever(options.pictures)
    }
  },
}

/** The failure if pictures are too large to be in one file; `null` if they are not. */
export function tooManyBytes(pictures: Pictures): Result<never> | null {
  const bytes = [...pictures.values()].reduce((sum, { data }) => sum + data.byteLength, 0)
  if (bytes <= MAX_INLINE_BYTES) return null
  const [size, limit] = [bytes, MAX_INLINE_BYTES].map((count) => Math.round(count / 1_000_000))
  return fail('export.too-large', { size: size ?? 0, limit: limit ?? 0 })
}

function writeFile(post: Post, pictures: Pictures): Result<WrittenPost> {
  const tooLarge = tooManyBytes(pictures)
  if (tooLarge !== null) return tooLarge
  const inline = new InlinePictures(pictures)
  const page = stringifyPage(post, 'data:', (url) => inline.addressOf(photoIdIn(url) ?? ''))
  const name = `${post.meta.slug}.html`
  const addresses = new Map([...pictures].map(([id, { data }]) => [id, contentAddress(data)]))
  return ok({
    makes: 'file',
    name,
    files: [{ path: name, data: inline.fillIn(page) }],
    tree: expectedTree(post, addresses),
    omissions: htmlOmissions(post.tree, post.meta.language),
  })
}

/** The folder has a suffix of its own, because the Markdown of the same report may use the plain name. */
function writeFolder(post: Post, pictures: Pictures): WrittenPost {
  const paths = namePictures(post, PICTURE_FOLDER)
  const html = makePage(post, "'self'", (url) => paths.get(photoIdIn(url) ?? '') ?? null)
  const copies = offerCopies(html, pictures, paths)
  const page = writer.stringify(html)
  const files: ExportFile[] = [{ path: 'index.html', data: encodeText(`${page}\n`) }]
  const shown = new Set(shownPhotos(post).map(({ id }) => id))
  for (const [photoId, path] of paths) {
    const data = pictures.get(photoId)?.data
    if (data !== undefined && shown.has(photoId)) files.push({ path, data, photoId })
  }
  files.push(...copies)
  return {
    makes: 'folder',
    name: `${post.meta.slug}-html`,
    files,
    tree: expectedTree(post, paths),
    omissions: htmlOmissions(post.tree, post.meta.language),
  }
}

/**
 * The tree that reading the page gives: raw HTML is resolved, links lead to the web, and only the words remain of a picture
 * that is not in the page.
 */
export function expectedTree(post: Post, addresses: ReadonlyMap<string, string>): Root {
  const tree = addressPictures(post.tree, (id) => addresses.get(id))
  const shown = new Set(addresses.values())
  return mapNodes(withWebLinks(resolveHtml(tree, post.meta.language)), (node) =>
    node.type !== 'image' || shown.has(node.url)
      ? node
      : { type: 'image', url: '', alt: node.alt || node.title || node.url },
  )
}

/**
 * A page with its style inside.
 *
 * @param pictureSource where the page may load pictures from, in the syntax of its content security policy; `null` for
 * a page without a policy
 * @param addressOf the address of a picture in the page; `null` if it cannot be shown
 * @param style rules in addition to those of every page, for a page without a policy
 */
export function stringifyPage(
  post: Post,
  pictureSource: string | null,
  addressOf: (url: string) => string | null,
  style = '',
): string {
  return `${writer.stringify(makePage(post, pictureSource, addressOf, style))}\n`
}

function makePage(
  post: Post,
  pictureSource: string | null,
  addressOf: (url: string) => string | null,
  style = '',
): HtmlRoot {
  const { meta } = post
  const body = setFigures(toSafeHtml(post.tree, meta.language), addressOf)
  const description = describe(post)
  const head = [
    element('meta', { charSet: 'utf-8' }),
    ...(pictureSource === null ? [] : [policyFor(pictureSource)]),
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
    element('style', {}, [text(PAGE_STYLE + style)]),
  ]
  const article = element('article', { className: ['post'] }, [
    line,
    element('header', {}, bylineOf(meta)),
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

/** The policy allows only the style of the page, by its hash. */
function policyFor(pictureSource: string): Element {
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64')
  const policy = `default-src 'none'; img-src ${pictureSource}; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return element('meta', { httpEquiv: ['content-security-policy'], content: policy })
}

const line = text('\n')

function named(name: string, content: string): Element[] {
  return content === '' ? [] : [element('meta', { name, content })]
}

function property(name: string, content: string): Element[] {
  return content === '' ? [] : [element('meta', { property: name, content })]
}

function tagLine(tags: readonly string[]): Element {
  const items = tags.map((tag) => element('li', {}, [text(tag)]))
  return element('footer', {}, [element('ul', { className: ['tags'] }, items)])
}

/** The beginning of the text as one line, for search engines and link previews. */
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
