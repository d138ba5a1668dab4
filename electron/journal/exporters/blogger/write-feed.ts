import { createHash } from 'node:crypto'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { OptionValues } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import type { Post } from '../../../shared/post.ts'
import { fail, ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { encodeText, type ReadPost, type TextFiles, type Writer } from '../exporter.ts'
import { InlinePictures } from '../html/inline-pictures.ts'
import { type Addresses, blogHtml, blogTree, hashesOf } from '../publishing/blog-html.ts'
import { withoutForbidden } from '../publishing/post-for-xml.ts'
import { placePictures } from '../publishing/place-pictures.ts'
import { publicationAt, publicationOf } from '../publishing/publication.ts'
import { allTags, compareWithTags } from '../publishing/tags-taken.ts'
import { writeXml, xml, type XmlElement } from '../publishing/write-xml.ts'
import { shownPhotos } from '../shown-photos.ts'
import type { bloggerOptions } from './options.ts'
import { readFeed } from './read-feed.ts'

type Values = OptionValues<typeof bloggerOptions>

const writer = unified().use(rehypeStringify).freeze()

/** Blogger's importer takes files of some 60 MB at most. In bytes of the pictures themselves, before Base64. */
const MAX_INLINE_BYTES = 40_000_000

/** Writes a feed with one entry as Blogger's own backups have it. */
export const feedWriter: Writer<Values> = {
  async write(given, pictures, options) {
    const post = withoutForbidden(given)
    const { language, slug } = post.meta
    const omissions = htmlOmissions(post.tree, language)
    const notes = [message('export.note.blogger-import')]
    const address = options['picture-address']
    if (address !== '') {
      const placed = placePictures({ ...post, photos: shownPhotos(post) }, pictures, 'pictures', address)
      const feed = writeXml(feedOf(post, htmlOf(post, placed.addresses), options))
      const files = [{ path: `${slug}.xml`, data: encodeText(feed) }, ...placed.files]
      return ok({
        makes: 'folder',
        name: `${slug}-blogger`,
        files,
        tree: blogTree(post, placed.addresses),
        omissions,
        notes,
      })
    }
    const bytes = [...pictures.values()].reduce((sum, { data }) => sum + data.byteLength, 0)
    if (bytes > MAX_INLINE_BYTES) {
      const [size = 0, limit = 0] = [bytes, MAX_INLINE_BYTES].map((count) => Math.round(count / 1_000_000))
      return fail('export.too-large-for-blogger', { size, limit })
    }
    const inline = new InlinePictures(pictures)
    const shown = new Map([...pictures.keys()].map((id) => [id, inline.addressOf(id) ?? '']))
    const feed = writeXml(feedOf(post, htmlOf(post, shown), options))
    const name = `${slug}-blogger.xml`
    const tree = blogTree(post, hashesOf(pictures))
    return ok({ makes: 'file', name, files: [{ path: name, data: inline.fillIn(feed) }], tree, omissions, notes })
  },

  read,
  verify: (check) => compareWithTags(check, read(check.files), allTags(check.post.meta)),
}

function read(files: TextFiles): ReadPost {
  const [data = new Uint8Array()] = files.values()
  return readFeed(data)
}

function htmlOf(post: Post, addresses: Addresses): string {
  return writer.stringify({ type: 'root', children: blogHtml(post, addresses) })
}

function feedOf({ meta }: Post, html: string, { publish }: Values): XmlElement {
  const time = publicationOf(meta)
  // An entry has to say when it was changed. That of a report without a date says when the trip ended.
  const updated = (time ?? publicationAt(meta.lastDay, null)).iso
  // Blogger takes the numbers apart and replaces them with its own.
  const number = createHash('sha256').update(meta.slug).digest().readUInt32BE(0)
  const blog = `tag:blogger.com,1999:blog-${number}`
  return xml(
    'feed',
    [
      xml('id', `${blog}.archive`),
      xml('updated', updated),
      xml('title', meta.title, { type: 'text' }),
      xml('generator', 'Blogger', { version: '7.00', uri: 'https://www.blogger.com' }),
      xml('entry', [
        xml('id', `${blog}.post-${number}`),
        ...(time === null ? [] : [xml('published', time.iso)]),
        xml('updated', updated),
        ...(publish ? [] : [xml('app:control', [xml('app:draft', 'yes')])]),
        category('http://schemas.google.com/g/2005#kind', 'http://schemas.google.com/blogger/2008/kind#post'),
        ...allTags(meta).map((tag) => category('http://www.blogger.com/atom/ns#', tag)),
        xml('title', meta.title, { type: 'text' }),
        xml('content', html, { type: 'html' }),
        ...meta.authors.map((author) => xml('author', [xml('name', author)])),
      ]),
    ],
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:app': 'http://www.w3.org/2007/app',
      'xml:lang': meta.language,
    },
  )
}

function category(scheme: string, term: string): XmlElement {
  return xml('category', [], { scheme, term })
}
