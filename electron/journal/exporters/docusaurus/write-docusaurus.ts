import { momentOf, someDay } from '../site/dates.ts'
import { docusaurusDialect } from '../site/dialects.ts'
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import { createSiteWriter } from '../site/write-site.ts'
import type { docusaurusOptions } from './options.ts'

export const docusaurusWriter = createSiteWriter<typeof docusaurusOptions>({
  textPath: (meta, { 'content-folder': folder }) => `${folder}/${someDay(meta)}-${meta.slug}/index.md`,
  // Docusaurus takes an address without ./ for a page.
  pictureAddress: (name) => `./${name}`,
  above: (meta, cover, { draft }) =>
    writeFrontMatter([
      ['title', meta.title],
      ['slug', meta.slug],
      ['date', { plain: meta.time === null ? someDay(meta) : momentOf(meta, someDay(meta)) }],
      ...(draft ? [['draft', true] as const] : []),
      ...given('description', meta.description),
      ...listed(
        'authors',
        meta.authors.map((name) => [['name', name]] as const),
      ),
      ...listed('tags', meta.tags),
      ...given('image', cover?.address ?? null),
      // Without it, braces and less-than signs are code.
      ['mdx', [['format', 'md']]],
    ]),
  dialect: () => docusaurusDialect,
  needsDate: true,
  lacks: ['categories', 'language'],
})
