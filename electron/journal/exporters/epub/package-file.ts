import type { Post } from '../../../shared/post.ts'
import { tag, type Xml, xmlFile } from '../xml/write-xml.ts'

export interface BookFile {
  path: string
  mediaType: string
  /** What the file is for, if readers need to know. */
  properties?: 'nav' | 'cover-image'
  /** Whether it is one of the pages, in their order. */
  isPage: boolean
}

/** Where everything is in the zip. */
export const BOOK_FOLDER = 'EPUB'
export const PACKAGE_FILE = 'package.opf'

export const containerFile = xmlFile(
  tag(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    tag(
      'rootfiles',
      {},
      tag('rootfile', {
        'full-path': `${BOOK_FOLDER}/${PACKAGE_FILE}`,
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
)

/** What the book is, what is in it and in which order it is read. */
export function packageFile({ meta, tripId }: Post, files: readonly BookFile[]): Uint8Array {
  const ids = new Map(files.map(({ path }, index) => [path, `file-${index + 1}`]))
  const metadata: Xml[] = [
    tag('dc:identifier', { id: 'book' }, `urn:uuid:${tripId}`),
    // A book must have a title.
    tag('dc:title', {}, meta.title || meta.slug),
    tag('dc:language', {}, meta.language),
    ...meta.authors.map((author) => tag('dc:creator', {}, author)),
    ...meta.tags.map((subject) => tag('dc:subject', {}, subject)),
    ...(meta.date === null ? [] : [tag('dc:date', {}, meta.date)]),
    // The same post always gives the same book, so this cannot be the time at which it is written.
    tag('meta', { property: 'dcterms:modified' }, `${meta.date ?? meta.lastDay}T00:00:00Z`),
  ]
  const manifest = files.map(({ path, mediaType, properties }) =>
    tag('item', { id: ids.get(path), href: path, 'media-type': mediaType, properties }),
  )
  const spine = files.filter(({ isPage }) => isPage).map(({ path }) => tag('itemref', { idref: ids.get(path) }))
  return xmlFile(
    tag(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'book',
        'xml:lang': meta.language,
      },
      tag('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata),
      tag('manifest', {}, manifest),
      tag('spine', {}, spine),
    ),
  )
}
