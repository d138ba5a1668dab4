import { attributeOf, childrenOf, childText, parseXml, textOf } from '../../programmes/formats/xml.ts'
import { decodeText, type ReadPost } from '../exporter.ts'
import { dayOf } from '../publishing/publication.ts'
import { readHtml } from '../publishing/read-html.ts'

/** Reads the entry of a feed for Blogger back. Its pictures are named by their content, as `sha256:…`. */
export function readFeed(data: Uint8Array): ReadPost {
  const parsed = parseXml(decodeText(data))
  const [feed] = parsed.ok ? childrenOf(parsed.value, 'feed') : []
  const [entry] = feed === undefined ? [] : childrenOf(feed, 'entry')
  if (feed === undefined || entry === undefined) return { tree: { type: 'root', children: [] }, meta: { title: '' } }
  const tags = childrenOf(entry, 'category').filter((one) => attributeOf(one, 'scheme').endsWith('/atom/ns#'))
  return {
    tree: readHtml(textOf(childrenOf(entry, 'content')[0])),
    meta: {
      title: childText(entry, 'title'),
      authors: childrenOf(entry, 'author').map((author) => childText(author, 'name')),
      tags: tags.map((tag) => attributeOf(tag, 'term')),
      date: dayOf(childText(entry, 'published')),
      language: attributeOf(feed, 'lang'),
    },
  }
}
