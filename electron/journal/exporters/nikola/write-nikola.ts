import { momentOf, someDay } from '../site/dates.ts'
import { nikolaDialect } from '../site/dialects.ts'
import { createSiteWriter, plainLine, withoutCommas } from '../site/write-site.ts'
import type { nikolaOptions } from './options.ts'

/** A line in a comment, which it must not end. */
const commentLine = (text: string) => plainLine(text).replaceAll('--', '-\u2060-')

/** Reads the comment above a post. */
function splitComment(text: string): { fields: Record<string, unknown>; body: string } {
  const [whole = '', lines = ''] = /^<!--\n((?:\.\. .*\n)*)-->\n\n?/.exec(text) ?? []
  const fields: Record<string, unknown> = {}
  for (const [, name = '', value = ''] of lines.matchAll(/^\.\. ([a-z]+): (.*)$/gm)) {
    fields[name] = name === 'author' ? value.split(', ') : value.replaceAll('-\u2060-', '--').replace(' UTC', '')
  }
  return { fields, body: text.slice(whole.length) }
}

export const nikolaWriter = createSiteWriter<typeof nikolaOptions>({
  textPath: ({ slug }) => `posts/${slug}.md`,
  pictureFolder: ({ slug }) => `images/${slug}`,
  pictureAddress: (name, { slug }) => `/images/${slug}/${name}`,
  above(meta, cover, { draft }) {
    const lines: (readonly [name: string, value: string])[] = [
      ['title', meta.title],
      ['slug', meta.slug],
      [
        'date',
        momentOf(meta, someDay(meta))
          .replace('T', ' ')
          .replace(/(Z|[+-]\d\d:\d\d)$/, ' UTC$1')
          .replace('UTCZ', 'UTC'),
      ],
      ['tags', meta.tags.join(', ')],
      ['category', meta.categories[0] ?? ''],
      ['author', meta.authors.join(', ')],
      ['description', meta.description],
      ['previewimage', cover?.address ?? ''],
      ['status', draft ? 'draft' : ''],
      ['type', 'text'],
    ]
    const written = lines.flatMap(([name, value]) => (value === '' ? [] : `.. ${name}: ${value}\n`)).join('')
    return `<!--\n${written}-->\n`
  },
  holds: (meta) => ({
    ...meta,
    title: commentLine(meta.title) || meta.slug,
    description: commentLine(meta.description),
    tags: withoutCommas(meta.tags).map(commentLine),
    authors: withoutCommas(meta.authors).map(commentLine),
    categories: meta.categories.slice(0, 1).map(commentLine),
  }),
  split: splitComment,
  dialect: () => nikolaDialect,
  needsDate: true,
  lacks: ['language'],
})
