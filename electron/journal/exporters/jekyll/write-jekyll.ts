import { momentOf, rubyTime, someDay } from '../site/dates.ts'
import { jekyllDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { jekyllOptions } from './options.ts'

export const jekyllWriter = createSiteWriter<typeof jekyllOptions>({
  textPath: (meta) => `_posts/${someDay(meta)}-${meta.slug}.md`,
  pictureFolder: ({ slug }) => `assets/img/${slug}`,
  // Liquid makes an address of it that also works below a path.
  pictureAddress: (name, { slug }) => `\uE0F0/assets/img/${slug}/${name}\uE0F1`,
  above: (meta, cover, { draft }) =>
    writeFrontMatter([
      ['layout', 'post'],
      ['title', meta.title],
      // The day is in the file's name.
      ...(meta.date === null || meta.time === null
        ? []
        : [['date', { plain: rubyTime(momentOf(meta, meta.date)) }] as const]),
      ...(draft ? [['published', false] as const] : []),
      ...given('description', meta.description),
      ...listed('author', meta.authors.length === 1 ? [] : meta.authors),
      ...given('author', meta.authors.length === 1 ? (meta.authors[0] ?? null) : null),
      ...listed('tags', meta.tags),
      ...listed('categories', meta.categories),
      ...given('image', cover === null ? null : cover.address.replace(/[\uE0F0\uE0F1]/g, '')),
      ['lang', meta.language],
    ]),
  dialect: () => jekyllDialect,
  needsDate: true,
})
