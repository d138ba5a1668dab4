import type { OptionValues } from '../../../shared/export-options.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import type { Post, PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { encodeText, type Writer } from '../exporter.ts'
import { blocksOf } from '../gutenberg/write-block-folder.ts'
import { type Publication, publicationOf } from '../publishing/publication.ts'
import { withoutForbidden } from '../publishing/post-for-xml.ts'
import { slugsOf } from '../publishing/tag-slug.ts'
import { cdata, writeXml, xml, type XmlElement } from '../publishing/write-xml.ts'
import { readWxr } from './read-wxr.ts'
import type { wordpressOptions } from './options.ts'

type Values = OptionValues<typeof wordpressOptions>

const POST_ID = 1
/** What WordPress stores as the time of a draft that has none. */
const NO_TIME = '0000-00-00 00:00:00'

/**
 * Writes WordPress eXtended RSS 1.2 as `export_wp` of WordPress does. The file cannot contain pictures: the importer
 * loads them from the web, if their address is known.
 */
export const wxrWriter: Writer<Values> = {
  async write(given, pictures, options) {
    const post = withoutForbidden(given)
    const address = options['picture-address']
    const { markup, tree, notes, placed } = blocksOf(post, pictures, address)
    const attached = address === '' ? [] : attachmentsOf(post, placed.addresses)
    const channel = channelOf(post, markup, options, attached)
    return ok({
      makes: 'folder',
      name: `${post.meta.slug}-wordpress`,
      files: [{ path: `${post.meta.slug}.xml`, data: encodeText(writeXml(channel)) }, ...placed.files],
      tree,
      omissions: htmlOmissions(post.tree, post.meta.language),
      notes: [message('export.note.wordpress-import'), ...notes, ...authorNotes(post.meta)],
    })
  },

  read: (files) => {
    const [data = new Uint8Array()] = files.values()
    return readWxr(data)
  },
}

function authorNotes({ authors }: PostMeta): Message[] {
  const [first, ...others] = authors
  return first === undefined || others.length === 0 ? [] : [message('export.note.one-author', { first, others })]
}

interface Attachment {
  id: number
  photoId: string
  url: string
  name: string
  alt: string
  caption: string
}

function attachmentsOf(post: Post, addresses: ReadonlyMap<string, string>): Attachment[] {
  return post.photos.flatMap((photo, index) => {
    const url = addresses.get(photo.id)
    if (url === undefined) return []
    const name = url.slice(url.lastIndexOf('/') + 1)
    return [
      { id: POST_ID + 1 + index, photoId: photo.id, url, name, alt: photo.alt.trim(), caption: photo.caption.trim() },
    ]
  })
}

const namespaces = {
  version: '2.0',
  'xmlns:excerpt': 'http://wordpress.org/export/1.2/excerpt/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:wp': 'http://wordpress.org/export/1.2/',
}

function channelOf(post: Post, markup: string, options: Values, attached: readonly Attachment[]): XmlElement {
  const { meta } = post
  const authors = slugsOf(meta.authors)
  const categories = slugsOf(meta.categories)
  const tags = slugsOf(meta.tags)
  return xml(
    'rss',
    [
      xml('channel', [
        xml('title', meta.title),
        xml('link'),
        xml('description'),
        xml('pubDate', publicationOf(meta)?.rfc822 ?? ''),
        xml('language', meta.language),
        xml('wp:wxr_version', '1.2'),
        xml('wp:base_site_url'),
        xml('wp:base_blog_url'),
        ...authors.map(({ name, slug }, index) =>
          xml('wp:author', [
            xml('wp:author_id', String(index + 1)),
            cdata('wp:author_login', slug),
            cdata('wp:author_email', ''),
            cdata('wp:author_display_name', name),
            cdata('wp:author_first_name', ''),
            cdata('wp:author_last_name', ''),
          ]),
        ),
        ...categories.map(({ name, slug }, index) =>
          xml('wp:category', [
            xml('wp:term_id', String(index + 1)),
            cdata('wp:category_nicename', slug),
            cdata('wp:category_parent', ''),
            cdata('wp:cat_name', name),
          ]),
        ),
        ...tags.map(({ name, slug }, index) =>
          xml('wp:tag', [
            xml('wp:term_id', String(categories.length + index + 1)),
            cdata('wp:tag_slug', slug),
            cdata('wp:tag_name', name),
          ]),
        ),
        xml('generator', 'Lanyard'),
        postItem(post, markup, options, attached),
        ...attached.map((one) => attachmentItem(one, post, options)),
      ]),
    ],
    namespaces,
  )
}

function postItem(post: Post, markup: string, options: Values, attached: readonly Attachment[]): XmlElement {
  const { meta } = post
  const cover = attached.find(({ photoId }) => photoId === meta.cover)
  return xml('item', [
    ...headOf(meta.title, meta, options),
    cdata('content:encoded', markup),
    cdata('excerpt:encoded', meta.description),
    ...fieldsOf({
      id: POST_ID,
      parent: 0,
      name: meta.slug,
      type: 'post',
      status: options.publish ? 'publish' : 'draft',
      published: publicationOf(meta),
    }),
    ...slugsOf(meta.categories).map(({ name, slug }) =>
      cdata('category', name, { domain: 'category', nicename: slug }),
    ),
    ...slugsOf(meta.tags).map(({ name, slug }) => cdata('category', name, { domain: 'post_tag', nicename: slug })),
    ...(cover ? [postMeta('_thumbnail_id', String(cover.id))] : []),
  ])
}

function attachmentItem(one: Attachment, { meta }: Post, options: Values): XmlElement {
  const { id, url, name, alt, caption } = one
  const stem = name.replace(/\.[^.]*$/, '')
  const month = meta.date === null ? '' : `${meta.date.slice(0, 7).replace('-', '/')}/`
  return xml('item', [
    ...headOf(alt || stem, meta, options),
    cdata('content:encoded', ''),
    cdata('excerpt:encoded', caption),
    ...fieldsOf({
      id,
      parent: POST_ID,
      name: stem,
      type: 'attachment',
      status: 'inherit',
      published: publicationOf(meta),
    }),
    cdata('wp:attachment_url', url),
    postMeta('_wp_attached_file', `${month}${name}`),
    ...(alt === '' ? [] : [postMeta('_wp_attachment_image_alt', alt)]),
  ])
}

/** A draft has no `pubDate`, even if its day is known. */
function headOf(title: string, meta: PostMeta, { publish }: Values): XmlElement[] {
  const [author] = slugsOf(meta.authors)
  return [
    cdata('title', title),
    xml('link'),
    xml('pubDate', (publish ? publicationOf(meta)?.rfc822 : undefined) ?? ''),
    cdata('dc:creator', author?.slug ?? ''),
    xml('description'),
  ]
}

interface Fields {
  id: number
  parent: number
  name: string
  type: 'post' | 'attachment'
  status: 'publish' | 'draft' | 'inherit'
  published: Publication | null
}

function fieldsOf({ id, parent, name, type, status, published }: Fields): XmlElement[] {
  const [local, gmt] = [published?.local ?? NO_TIME, published?.gmt ?? NO_TIME]
  return [
    xml('wp:post_id', String(id)),
    cdata('wp:post_date', local),
    cdata('wp:post_date_gmt', gmt),
    cdata('wp:post_modified', local),
    cdata('wp:post_modified_gmt', gmt),
    cdata('wp:comment_status', type === 'post' ? 'open' : 'closed'),
    cdata('wp:ping_status', 'closed'),
    cdata('wp:post_name', name),
    cdata('wp:status', status),
    xml('wp:post_parent', String(parent)),
    xml('wp:menu_order', '0'),
    cdata('wp:post_type', type),
    cdata('wp:post_password', ''),
    xml('wp:is_sticky', '0'),
  ]
}

function postMeta(key: string, value: string): XmlElement {
  return xml('wp:postmeta', [cdata('wp:meta_key', key), cdata('wp:meta_value', value)])
}
