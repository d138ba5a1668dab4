import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { build, hasProgram, layOut } from '../../../support/sites/build-site.ts'
import { checkSite, type Generator, pageAround } from '../../../support/sites/check-site.ts'
import { factsOfPage, factsOfPost } from '../../../support/sites/page-facts.ts'
import { siteFiles, sitePosts } from '../../../support/sites/site-posts.ts'

const generators: readonly Generator[] = [
  {
    target: 'hugo',
    program: 'hugo',
    files: {
      'config.toml': 'baseURL = "https://example.org/"\ntitle = "Site"\n',
      'layouts/_default/single.html': pageAround('{{ .Title }}', '{{ .Content }}'),
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
      '_layouts/post.html': pageAround('{{ page.title | escape }}', '{{ content }}'),
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
      'theme/templates/article.html': pageAround('{{ article.title }}', '{{ article.content }}'),
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
      'theme/main.html': pageAround('{{ page.title | e }}', '{{ page.content }}'),
    },
    args: ['build', '--quiet'],
    page: (slug) => `site/blog/posts/${slug}/index.html`,
    root: 'site',
  },
]

describe.each(generators)('$target', (generator) => {
  const { target, program } = generator
  test.skipIf(!hasProgram(program, target === 'hugo' ? 'version' : '--version'))(
    `a site that ${target} builds shows each post as it is`,
    async () => {
      await checkSite(generator, await temporaryFolder())
      expect.hasAssertions()
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
