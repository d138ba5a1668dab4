import { message } from '../../../shared/messages/message.ts'
import { momentOf } from '../site/dates.ts'
import { eleventyDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { eleventyOptions } from './options.ts'

export const eleventyWriter = createSiteWriter<typeof eleventyOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.md`,
  pictureAddress: (name) => name,
  above: (meta, cover, { draft }) =>
    writeFrontMatter([
      ['title', meta.title],
      // A day alone: with an offset, templates that show the day in UTC would show the one before.
      ...(meta.date === null
        ? []
        : [['date', { plain: meta.time === null ? meta.date : momentOf(meta, meta.date) }] as const]),
      ...(draft ? [['draft', true] as const] : []),
      ...given('description', meta.description),
      ...listed('authors', meta.authors),
      ...listed('tags', meta.tags),
      ...listed('categories', meta.categories),
      ...given('image', cover?.address ?? null),
      ['lang', meta.language],
      // Liquid would run over the text before Markdown does.
      ['templateEngineOverride', 'md'],
    ]),
  dialect: () => eleventyDialect,
  needsDate: false,
  pictureNote: message('export.note.eleventy-pictures'),
})
