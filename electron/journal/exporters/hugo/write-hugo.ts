import type { OptionValues } from '../../../shared/export-options.ts'
import { momentOf } from '../site/dates.ts'
import { hugoDialect } from '../site/dialects.ts'
import { type FrontTable, given, listed, writeFrontMatter } from '../site/front-matter.ts'
import type { SiteCover } from '../site/site-target.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { hugoOptions } from './options.ts'

const dialects = { run: hugoDialect(true), show: hugoDialect(false) }

const coverFields: Record<OptionValues<typeof hugoOptions>['cover'], (cover: SiteCover) => FrontTable> = {
  image: ({ address }) => [['image', address]],
  images: ({ address }) => [['images', [address]]],
  cover: ({ address, alt }) => [['cover', [['image', address], ...given('alt', alt)]]],
}

export const hugoWriter = createSiteWriter<typeof hugoOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.md`,
  pictureAddress: (name) => name,
  above: (meta, cover, { draft, 'front-matter': format, cover: coverKey }) =>
    writeFrontMatter(
      [
        ['title', meta.title],
        ...(meta.date === null ? [] : [['date', { plain: momentOf(meta, meta.date) }] as const]),
        ...(draft ? [['draft', true] as const] : []),
        ...(meta.hasOwnSlug ? given('slug', meta.slug) : []),
        ...given('description', meta.description),
        ...listed('authors', meta.authors),
        ...listed('tags', meta.tags),
        ...listed('categories', meta.categories),
        ...(cover === null ? [] : coverFields[coverKey](cover)),
      ],
      format,
    ),
  dialect: ({ shortcodes }) => dialects[shortcodes],
  needsDate: false,
  // Hugo has a folder or a file's ending for each language.
  lacks: ['language'],
})
