import { splitPlainFields } from '../../importers/plain-fields.ts'
import { dayAndTime, someDay } from '../site/dates.ts'
import { pythonDialect } from '../site/dialects.ts'
import { createSiteWriter, plainLine, withoutCommas } from '../site/write-site.ts'
import type { pelicanOptions } from './options.ts'

const python = pythonDialect()

export const pelicanWriter = createSiteWriter<typeof pelicanOptions>({
  textPath: ({ slug }) => `content/${slug}.md`,
  pictureFolder: ({ slug }) => `content/images/${slug}`,
  pictureAddress: (name, { slug }) => `{static}/images/${slug}/${name}`,
  above(meta, cover, { draft }) {
    const lines: (readonly [name: string, value: string])[] = [
      ['Title', meta.title],
      ['Date', dayAndTime(meta, someDay(meta))],
      ['Slug', meta.slug],
      ['Category', meta.categories[0] ?? ''],
      ['Tags', meta.tags.join(', ')],
      ['Authors', meta.authors.join(', ')],
      ['Summary', meta.description],
      ['Lang', meta.language],
      ['Cover', cover?.address ?? ''],
      ['Status', draft ? 'draft' : ''],
    ]
    return lines.flatMap(([name, value]) => (value === '' ? [] : `${name}: ${value}\n`)).join('')
  },
  // Commas separate tags, and there is one category.
  holds: (meta) => ({
    ...meta,
    // Themes take the title for HTML.
    title:
      plainLine(meta.title)
        .replace(/&(?=#?\w+;)/g, '&amp;')
        .replaceAll('<', '&lt;') || meta.slug,
    description: plainLine(meta.description),
    tags: withoutCommas(meta.tags),
    authors: withoutCommas(meta.authors),
    categories: meta.categories.slice(0, 1).map(plainLine),
  }),
  split: (text) => splitPlainFields(text) ?? { fields: {}, body: text },
  dialect: () => python,
  needsDate: true,
})
