import type { ElementContent } from 'hast'
import type { Post } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { element, text } from '../../html/elements.ts'
import { setFigures } from '../../html/figures.ts'
import { htmlOmissions, resolveHtml, toSafeHtml } from '../../html/safe-html.ts'
import { photoIdIn } from '../../report/show-pictures.ts'
import { withAbsoluteLinks } from '../absolute-link.ts'
import { cleanTexts } from '../clean-texts.ts'
import { encodeText, type Pictures, type Writer } from '../exporter.ts'
import { bylineOf } from '../html/byline.ts'
import { expectedTree } from '../html/write-page.ts'
import { contentAddress } from '../read-page.ts'
import { xmlText } from '../xml/write-xml.ts'
import { type Part, unzipParts, zipParts } from '../zip-files.ts'
import { BOOK_STYLE } from './book-style.ts'
import { type Chapter, divideIntoChapters, fitIntoBook, line, type Mark } from './book-tree.ts'
import { STYLE_SHEET, xhtmlFile } from './chapter-file.ts'
import { BOOK_FOLDER, type BookFile, containerFile, PACKAGE_FILE, packageFile } from './package-file.ts'
import { readBook } from './read-epub.ts'

const NAVIGATION = 'nav.xhtml'

export const epubWriter: Writer<unknown> = {
  async write(post, pictures) {
    const { meta } = post
    // Only elements that Markdown has, because HTML of authors may break the rules of XHTML in ways nobody can list.
    const tree = withAbsoluteLinks(resolveHtml(post.tree, meta.language))
    const paths = namePictures(pictures)
    const body = setFigures(toSafeHtml(tree, meta.language), (url) => paths.get(photoIdIn(url) ?? '') ?? null)
    const { chapters, marks } = divideIntoChapters(fitIntoBook(body))
    chapters[0]?.content.unshift(element('header', {}, bylineOf(meta)), line)
    const pages = chapters.filter(({ content }) => content.length > 0)
    const files = [
      ...pages.map((chapter) => ({ path: chapter.path, data: pageFile(chapter, post) })),
      { path: NAVIGATION, data: navigationFile(post, marks, pages) },
      { path: STYLE_SHEET, data: encodeText(BOOK_STYLE) },
    ]
    const images = [...paths].map(([id, path]) => ({ path, picture: pictures.get(id) }))
    const cover = coverOf(post, pictures)
    const listed: BookFile[] = [
      ...pages.map(({ path }) => ({ path, mediaType: XHTML, isPage: true })),
      { path: NAVIGATION, mediaType: XHTML, properties: 'nav', isPage: false },
      { path: STYLE_SHEET, mediaType: 'text/css', isPage: false },
      ...images.map(({ path, picture }) => ({
        path,
        mediaType: picture?.photo.mediaType ?? '',
        ...(picture?.photo.id === cover && { properties: 'cover-image' as const }),
        isPage: false,
      })),
    ]
    const parts: Part[] = [
      { path: 'mimetype', data: encodeText('application/epub+zip'), isCompressed: false },
      { path: 'META-INF/container.xml', data: containerFile, isCompressed: true },
      { path: `${BOOK_FOLDER}/${PACKAGE_FILE}`, data: packageFile(post, listed), isCompressed: true },
      ...files.map(({ path, data }) => ({ path: `${BOOK_FOLDER}/${path}`, data, isCompressed: true })),
      ...images.flatMap(({ path, picture }) =>
        picture === undefined ? [] : [{ path: `${BOOK_FOLDER}/${path}`, data: picture.data, isCompressed: false }],
      ),
    ]
    const name = `${meta.slug}.epub`
    const addresses = new Map([...pictures].map(([id, { data }]) => [id, contentAddress(data)]))
    return ok({
      makes: 'document',
      name,
      files: [{ path: name, data: await zipParts(parts) }],
      tree: cleanTexts(expectedTree({ ...post, tree }, addresses), xmlText),
      omissions: htmlOmissions(post.tree, meta.language),
    })
  },

  read: (files) => readBook(unzipParts(files)),
}

const XHTML = 'application/xhtml+xml'

/** Names that say nothing about where a picture comes from, by photo id. */
function namePictures(pictures: Pictures): ReadonlyMap<string, string> {
  return new Map(
    [...pictures].map(([id, { photo }], index) => [
      id,
      `picture-${index + 1}.${photo.mediaType.replace(/^image\//, '').replace('jpeg', 'jpg')}`,
    ]),
  )
}

/** The post's own picture, or else the first one. */
function coverOf({ meta, photos }: Post, pictures: Pictures): string | null {
  const own = meta.cover !== null && pictures.has(meta.cover) ? meta.cover : null
  return own ?? photos.find(({ id }) => pictures.has(id))?.id ?? null
}

function pageFile({ title, kind, content }: Chapter, { meta }: Post): Uint8Array {
  const inside: ElementContent[] = [line, element('div', { className: [kind] }, content), line]
  return xhtmlFile(meta.language, title || meta.title || meta.slug, [
    element('article', { className: ['post'] }, inside),
  ])
}

/** The table of contents: headings in two levels. */
function navigationFile({ meta }: Post, marks: readonly Mark[], pages: readonly Chapter[]): Uint8Array {
  const title = meta.title || meta.slug
  const start = { path: pages[0]?.path ?? '', id: '', title, isNested: false }
  const top: { mark: Mark; below: Mark[] }[] = [{ mark: start, below: [] }]
  for (const mark of marks) {
    if (mark.isNested) top.at(-1)?.below.push(mark)
    else top.push({ mark, below: [] })
  }
  const contents = linkList(
    top.map(({ mark, below }) => [linkTo(mark), ...linkList(below.map((one) => [linkTo(one)]))]),
  )
  return xhtmlFile(meta.language, title, [
    element('nav', { 'epub:type': 'toc', role: 'doc-toc' }, [element('h1', {}, [text(title)]), ...contents]),
  ])
}

function linkTo({ path, id, title }: Mark): ElementContent {
  return element('a', { href: id === '' ? path : `${path}#${id}` }, [text(title)])
}

function linkList(items: ElementContent[][]): ElementContent[] {
  if (items.length === 0) return []
  const children = items.map((item) => element('li', {}, item))
  return [element('ol', {}, children)]
}
