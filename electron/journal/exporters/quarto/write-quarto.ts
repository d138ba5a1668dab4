import { momentOf } from '../site/dates.ts'
import { quartoDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { quartoOptions } from './options.ts'

export const quartoWriter = createSiteWriter<typeof quartoOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.qmd`,
  pictureAddress: (name) => name,
  above: (meta, cover, { draft }) =>
    writeFrontMatter([
      ['title', meta.title],
      ...given('description', meta.description),
      ...listed('author', meta.authors),
      ...given('date', meta.date === null ? null : meta.time === null ? meta.date : momentOf(meta, meta.date)),
      ...(draft ? [['draft', true] as const] : []),
      // Quarto calls the tags of a post its categories.
      ...listed('categories', [...new Set([...meta.categories, ...meta.tags])]),
      ...given('image', cover?.address ?? null),
      ...given('image-alt', cover?.alt ?? null),
      ['lang', meta.language],
    ]),
  holds: (meta) => ({ ...meta, tags: [], categories: [...new Set([...meta.categories, ...meta.tags])] }),
  dialect: () => quartoDialect,
  needsDate: false,
})
