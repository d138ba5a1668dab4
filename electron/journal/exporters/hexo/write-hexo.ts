import { momentOf } from '../site/dates.ts'
import { hexoDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { hexoOptions } from './options.ts'

export const hexoWriter = createSiteWriter<typeof hexoOptions>({
  textPath: ({ slug }) => `source/_posts/${slug}.md`,
  pictureFolder: ({ slug }, { pictures }) => (pictures === 'post' ? `source/_posts/${slug}` : `source/images/${slug}`),
  pictureAddress: (name, { slug }, { pictures }) => (pictures === 'post' ? name : `/images/${slug}/${name}`),
  above: (meta, cover, { draft }) =>
    writeFrontMatter([
      ['title', meta.title],
      ...(meta.date === null
        ? []
        : [['date', { plain: meta.time === null ? meta.date : momentOf(meta, meta.date) }] as const]),
      ...(draft ? [['published', false] as const] : []),
      ...given('description', meta.description),
      ...listed('author', meta.authors.length === 1 ? [] : meta.authors),
      ...given('author', meta.authors.length === 1 ? (meta.authors[0] ?? null) : null),
      ...listed('tags', meta.tags),
      // A list in a list: categories beside each other, not below.
      ...listed('categories', meta.categories.length === 1 ? meta.categories : meta.categories.map((name) => [name])),
      ...given('cover', cover?.address ?? null),
      ['lang', meta.language],
      // Nunjucks would run over the text before Markdown does.
      ['disableNunjucks', true],
    ]),
  dialect: () => hexoDialect,
  needsDate: false,
})
