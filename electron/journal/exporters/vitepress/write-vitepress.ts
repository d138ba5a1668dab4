import { momentOf } from '../site/dates.ts'
import { vitepressDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { vitepressOptions } from './options.ts'

export const vitepressWriter = createSiteWriter<typeof vitepressOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.md`,
  pictureAddress: (name) => `./${name}`,
  above: (meta, cover) =>
    writeFrontMatter([
      ['title', meta.title],
      ...(meta.date === null
        ? []
        : [['date', { plain: meta.time === null ? meta.date : momentOf(meta, meta.date) }] as const]),
      ...given('description', meta.description),
      ...listed('authors', meta.authors),
      ...listed('tags', meta.tags),
      ...listed('categories', meta.categories),
      ...given('image', cover?.address ?? null),
      ['lang', meta.language],
    ]),
  dialect: () => vitepressDialect,
  needsDate: false,
})
