import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { onePixel } from '../../../support/trips.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { build, hasProgram, layOut, readPage } from '../../../support/sites/build-site.ts'
import { factsOfPage, factsOfPost, type PageFacts } from '../../../support/sites/page-facts.ts'
import { siteFiles, sitePosts } from '../../../support/sites/site-posts.ts'

interface Generator {
  target: string
  program: string
  /** The configuration and the templates of a minimal site. */
  files: Readonly<Record<string, string>>
  args: readonly string[]
  /** The built page of a post. */
  page: (slug: string) => string
  /** The folder that the site's root is built to. */
  root: string
  /** What the program cannot show. */
  forced?: (facts: PageFacts) => PageFacts
}

const shell = (title: string, content: string) =>
  `<!doctype html><html><body><h1 id="title">${title}</h1><main id="post">${content}</main></body></html>`

const generators: readonly Generator[] = [
  {
    target: 'hugo',
    program: 'hugo',
    files: {
      'config.toml': 'baseURL = "https://example.org/"\ntitle = "Site"\n',
      'layouts/_default/single.html': shell('{{ .Title }}', '{{ .Content }}'),
      'layouts/_default/list.html': '',
      'layouts/index.html': '',
    },
    args: ['--quiet'],
    page: (slug) => `public/posts/${slug}/index.html`,
    root: 'public',
  },
  {
    target: 'jekyll',
    program: 'jekyll',
    files: {
      '_config.yml': 'title: Site\npermalink: /:title/\n',
      '_layouts/post.html': shell('{{ page.title | escape }}', '{{ content }}'),
    },
    args: ['build', '--quiet', '--disable-disk-cache'],
    page: (slug) => `_site/${slug}/index.html`,
    root: '_site',
  },
  {
    target: 'pelican',
    program: 'pelican',
    files: {
      'pelicanconf.py':
        "AUTHOR='A'\nSITENAME='Site'\nSITEURL=''\nPATH='content'\nTIMEZONE='Europe/Berlin'\nDEFAULT_LANG='en'\nTHEME='theme'\n" +
        'FEED_ALL_ATOM=None\nCATEGORY_FEED_ATOM=None\nTRANSLATION_FEED_ATOM=None\nAUTHOR_FEED_ATOM=None\nAUTHOR_FEED_RSS=None\n' +
        "DIRECT_TEMPLATES=[]\nCATEGORY_SAVE_AS=''\nTAG_SAVE_AS=''\nAUTHOR_SAVE_AS=''\n",
      'theme/templates/article.html': shell('{{ article.title }}', '{{ article.content }}'),
      'theme/static/none': '',
    },
    args: ['content', '-s', 'pelicanconf.py', '-o', 'output', '--quiet'],
    page: (slug) => `output/${slug}.html`,
    root: 'output',
  },
  {
    // Debian's theme has no blog yet, so this builds the posts as pages.
    target: 'mkdocs',
    program: 'mkdocs',
    files: {
      'mkdocs.yml': 'site_name: Site\ntheme:\n  name: null\n  custom_dir: theme\nplugins: []\n',
      'theme/main.html': shell('{{ page.title | e }}', '{{ page.content }}'),
    },
    args: ['build', '--quiet'],
    page: (slug) => `site/blog/posts/${slug}/index.html`,
    root: 'site',
  },
]

describe.each(generators)('$target', ({ target, program, files, args, page, root, forced = (facts) => facts }) => {
  test.skipIf(!hasProgram(program, target === 'hugo' ? 'version' : '--version'))(
    `a site that ${target} builds shows each post as it is`,
    async () => {
      const folder = await temporaryFolder()
      const posts = await sitePosts()
      await layOut(folder, files, await siteFiles(target, posts))
      await build(folder, program, args)
      for (const post of posts) {
        const path = page(post.meta.slug)
        const { facts, title, sources } = factsOfPage(await readPage(folder, path), 'post')
        expect({ title, ...facts }).toEqual({ title: tidyTitle(post.meta.title), ...forced(factsOfPost(post)) })
        for (const source of sources) {
          const file = source.startsWith('/')
            ? source
            : posix.join('/', posix.dirname(posix.relative(root, path)), source)
          expect(await readFile(join(folder, root, file))).toEqual(onePixel)
        }
      }
    },
    60_000,
  )
})

test.skipIf(!hasProgram('pandoc'))('Pandoc, which Quarto runs, reads a post for Quarto as it is', async () => {
  const folder = await temporaryFolder()
  const [post] = await sitePosts()
  if (post === undefined) throw new Error('There is no post.')
  await layOut(folder, {}, await siteFiles('quarto', [post]))
  const page = await build(folder, 'pandoc', [
    '--wrap=none',
    '--no-highlight',
    '-f',
    'markdown',
    '-t',
    'html',
    'posts/every-construct/index.qmd',
  ])
  // Quarto shows three braces as two.
  const shown = page.replaceAll('{{{&lt;', '{{&lt;').replaceAll('&gt;}}}', '&gt;}}')
  expect(factsOfPage(`<main id="post">${shown}</main>`, 'post').facts).toEqual(factsOfPost(post))
})

const tidyTitle = (title: string) => title
