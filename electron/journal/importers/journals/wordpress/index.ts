import { message } from '../../../../shared/messages/message.ts'
import { ok } from '../../../../shared/result.ts'
import { attributeOf, childrenOf, childText, parseXml, rootName, textOf } from '../../../programmes/formats/xml.ts'
import type { Fields } from '../../../programmes/formats/json-fields.ts'
import { plainLineOf } from '../../../programmes/markdown-of.ts'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import { readDay } from '../../read-day.ts'
import { markdownOfHtml } from '../html-text.ts'
import { eachReported, type JournalEntry, type JournalFormat, type Material } from '../journal-format.ts'
import { readLocalTime } from '../local-time.ts'
import { lineOf, trimText } from '../take-title.ts'
import { htmlOfContent } from './content.ts'
import { Uploads } from './uploads.ts'

/** The export of WordPress (WXR), and of programs that write the same. Its pictures are files of the website. */
export const wordPress: JournalFormat = {
  id: 'wordpress',
  name: message('import.format.wordpress'),
  detect: ({ texts }) => texts.some(isExport),
  read(material) {
    const { bundle, leftOut, reportProgress } = material
    const items: Fields[] = []
    let title = ''
    for (const text of bundle.texts) {
      if (!isExport(text)) {
        leftOut.file(lastPart(text.name))
        continue
      }
      const parsed = parseXml(text.text)
      if (!parsed.ok) return parsed
      for (const channel of childrenOf(parsed.value, 'rss', 'channel')) {
        title ||= plainLineOf(childText(channel, 'title'))
        items.push(...childrenOf(channel, 'item'))
      }
      reportProgress(0)
    }
    const uploads = new Uploads(items, material)
    const entries: JournalEntry[] = []
    eachReported(items, reportProgress, (item) => {
      const type = childText(item, 'post_type')
      const status = childText(item, 'status')
      const name = plainLineOf(childText(item, 'title')) || childText(item, 'post_id')
      if (type === 'attachment') return
      if (type !== 'post') return leftOut.entry('page', name)
      if (status === 'trash' || status === 'auto-draft') return leftOut.entry('deleted', name)
      const entry = readPost(item, uploads, material)
      if (entry === null) leftOut.entry('undated', name)
      else entries.push(entry)
    })
    return ok({ title, entries })
  },
}

function isExport({ text }: Bundle['texts'][number]): boolean {
  return rootName(text) === 'rss' && text.slice(0, HEAD).includes('http://wordpress.org/export/')
}

/** How much of a text is searched for what says that it is an export, in UTF-16 units. */
const HEAD = 20_000

function readPost(item: Fields, uploads: Uploads, { leftOut }: Material): JournalEntry | null {
  const time = timeOf(item)
  if (time === null) return null
  // The content, and then the excerpt: both are called "encoded".
  const [content = '', excerpt = ''] = childrenOf(item, 'encoded').map((element) => textOf(element))
  noteFields(item, excerpt, leftOut)
  const html = htmlOfContent(content, {
    gallery: (ids) => uploads.galleryOf(ids, childText(item, 'post_id')),
    onMedia: (name) => leftOut.media(name),
  })
  const text = markdownOfHtml(html, leftOut, (place) => uploads.placeOf(place))
  const cover = uploads.coverOf(metaOf(item, '_thumbnail_id'), text)
  const status = childText(item, 'status')
  return {
    ...time,
    title: lineOf(plainLineOf(childText(item, 'title'))),
    text: trimText([cover, text].filter(Boolean).join('\n\n')),
    tags: tagsOf(item),
    isStarred: childText(item, 'is_sticky') === '1',
    isPrivate: status === 'private' || childText(item, 'post_password') !== '',
  }
}

/** A draft that was never published has no date of its own, and the date of its last change instead. */
function timeOf(item: Fields) {
  for (const name of ['post_date', 'post_modified']) {
    const written = childText(item, name)
    if (written !== '' && !written.startsWith('0000')) return readLocalTime(written, readDay)
  }
  return null
}

function tagsOf(item: Fields): string[] {
  return childrenOf(item, 'category')
    .filter((element) => attributeOf(element, 'nicename') !== 'uncategorized')
    .filter((element) => /^(?:category|post_tag)$/.test(attributeOf(element, 'domain')))
    .map((element) => plainLineOf(textOf(element)))
}

function metaOf(item: Fields, key: string): string {
  const meta = childrenOf(item, 'postmeta').find((element) => childText(element, 'meta_key') === key)
  return meta === undefined ? '' : childText(meta, 'meta_value')
}

function noteFields(item: Fields, excerpt: string, leftOut: Material['leftOut']): void {
  if (excerpt.trim() !== '') leftOut.field('excerpt')
  if (childrenOf(item, 'comment').length > 0) leftOut.field('comment')
  if (childText(item, 'creator') !== '') leftOut.field('creator')
  for (const element of childrenOf(item, 'category')) {
    const domain = attributeOf(element, 'domain')
    if (domain !== 'category' && domain !== 'post_tag') leftOut.field(domain)
  }
  for (const element of childrenOf(item, 'postmeta')) {
    const key = childText(element, 'meta_key')
    // Those that begin with an underscore are WordPress's own.
    if (!key.startsWith('_') && childText(element, 'meta_value') !== '') leftOut.field(key.slice(0, 100))
  }
}
