import { momentOf, someDay } from '../site/dates.ts'
import { github } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { astroOptions } from './options.ts'

/** The names of the fields in the schemas of the blog starter and of the theme AstroPaper. */
const names = {
  starter: { date: 'pubDate', cover: 'heroImage' },
  astropaper: { date: 'pubDatetime', cover: 'ogImage' },
} as const

export const astroWriter = createSiteWriter<typeof astroOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.md`,
  pictureAddress: (name) => `./${name}`,
  above: (meta, cover, { draft, schema }) =>
    writeFrontMatter([
      ['title', meta.title],
      // Both schemas demand a description.
      ['description', meta.description],
      [names[schema].date, { plain: meta.time === null ? someDay(meta) : momentOf(meta, someDay(meta)) }],
      ...(draft ? [['draft', true] as const] : []),
      ...given('author', meta.authors.join(', ')),
      ...listed('tags', meta.tags),
      ...listed('categories', meta.categories),
      ...given(names[schema].cover, cover?.address ?? null),
      ['lang', meta.language],
    ]),
  holds: (meta) => ({ ...meta, authors: meta.authors.length === 0 ? [] : [meta.authors.join(', ')] }),
  dialect: () => github,
  needsDate: true,
})
