import { momentOf } from '../site/dates.ts'
import { zolaDialect } from '../site/dialects.ts'
import { type FrontTable, given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { zolaOptions } from './options.ts'

const table = (name: string, fields: FrontTable): FrontTable => (fields.length > 0 ? [[name, fields]] : [])

export const zolaWriter = createSiteWriter<typeof zolaOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.md`,
  pictureAddress: (name) => name,
  // Zola refuses keys that it does not know, but for those of [extra].
  above: (meta, cover, { draft }) =>
    writeFrontMatter(
      [
        ['title', meta.title],
        ...(meta.date === null
          ? []
          : [['date', { plain: meta.time === null ? meta.date : momentOf(meta, meta.date) }] as const]),
        ...(draft ? [['draft', true] as const] : []),
        ...(meta.hasOwnSlug ? given('slug', meta.slug) : []),
        ...given('description', meta.description),
        ...listed('authors', meta.authors),
        ...table('taxonomies', [...listed('tags', meta.tags), ...listed('categories', meta.categories)]),
        ...table('extra', given('image', cover?.address ?? null)),
      ],
      'toml',
    ),
  dialect: () => zolaDialect,
  needsDate: false,
  lacks: ['language'],
})
