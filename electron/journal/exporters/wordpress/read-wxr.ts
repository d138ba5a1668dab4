import { attributeOf, childrenOf, childText, parseXml, textOf } from '../../programmes/formats/xml.ts'
import { decodeText, type ReadPost } from '../exporter.ts'
import { readBlocks } from '../gutenberg/read-blocks.ts'
import { dayOf } from '../publishing/publication.ts'

/** Reads the post in a file for WordPress' importer back; nothing from a file that is not well-formed. */
export function readWxr(data: Uint8Array): ReadPost {
  const parsed = parseXml(decodeText(data))
  const [channel] = parsed.ok ? childrenOf(parsed.value, 'rss', 'channel') : []
  const item = channel && childrenOf(channel, 'item').find((one) => childText(one, 'post_type') === 'post')
  if (channel === undefined || item === undefined) return { tree: { type: 'root', children: [] }, meta: { title: '' } }
  // Without their prefixes, the text and the excerpt have the same name. The text comes first.
  const [content, excerpt] = childrenOf(item, 'encoded')
  const terms = (domain: string) =>
    childrenOf(item, 'category')
      .filter((one) => attributeOf(one, 'domain') === domain)
      .map(textOf)
  return {
    tree: readBlocks(textOf(content)),
    meta: {
      title: childText(item, 'title'),
      authors: childrenOf(channel, 'author').map((author) => childText(author, 'author_display_name')),
      tags: terms('post_tag'),
      categories: terms('category'),
      description: textOf(excerpt),
      date: dayOf(childText(item, 'post_date')),
      language: childText(channel, 'language'),
    },
  }
}
