import { someDay } from '../site/dates.ts'
import { mkdocsDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { mkdocsOptions } from './options.ts'

export const mkdocsWriter = createSiteWriter<typeof mkdocsOptions>({
  textPath: ({ slug }, { 'content-folder': folder }) => `${folder}/${slug}/index.md`,
  pictureAddress: (name) => name,
  above: (meta, _cover, { draft }) =>
    writeFrontMatter([
      ['title', meta.title],
      ['date', { plain: someDay(meta) }],
      ...(draft ? [['draft', true] as const] : []),
      ['slug', meta.slug],
      ...given('description', meta.description),
      ...listed('tags', meta.tags),
      ...listed('categories', meta.categories),
    ]),
  dialect: () => mkdocsDialect,
  needsDate: true,
  // An author has to be in the site's list of authors, or the build fails.
  lacks: ['authors', 'language'],
})
