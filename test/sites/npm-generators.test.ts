import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { checkSite, type Generator, pageAround } from '../support/sites/check-site.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/*
 * `npm run test:sites`: builds sites with the generators that npm has. They are 20 to 400 MB each, so they are fetched
 * into a temporary folder, and only by this command. To try one of them: `npm run test:sites -- -t Hexo`.
 */

interface NpmGenerator extends Generator {
  name: string
  packages: readonly string[]
}

/** By default, code is in a table with the numbers of its lines. */
const hexoSettings = 'title: Site\npermalink: :title/\ntheme: plain\nhighlight:\n  line_number: false\n  wrap: false\n'

const hexo = {
  name: 'Hexo',
  target: 'hexo',
  packages: ['hexo@8.1.2', 'hexo-renderer-marked@7.0.1'],
  program: 'hexo',
  files: {
    '_config.yml': hexoSettings,
    'themes/plain/layout/post.njk': pageAround('{{ page.title | escape }}', '{{ page.content }}'),
  },
  args: ['generate', '--silent'],
  page: (slug) => `public/${slug}/index.html`,
  root: 'public',
} satisfies NpmGenerator

const generators: readonly NpmGenerator[] = [
  {
    name: 'Eleventy',
    target: 'eleventy',
    packages: ['@11ty/eleventy@3.1.8'],
    program: 'eleventy',
    files: {
      'eleventy.config.mjs': "export default (config) => config.addPassthroughCopy('posts/**/*.png')\n",
      'posts/posts.json': '{ "layout": "post.liquid" }\n',
      '_includes/post.liquid': pageAround('{{ title | escape }}', '{{ content }}'),
    },
    args: ['--quiet'],
    page: (slug) => `_site/posts/${slug}/index.html`,
    root: '_site',
  },
  hexo,
  {
    ...hexo,
    name: 'Hexo, with a folder for the pictures of each post,',
    options: { pictures: 'post' },
    files: {
      ...hexo.files,
      '_config.yml': `${hexoSettings}post_asset_folder: true\nmarked:\n  prependRoot: true\n  postAsset: true\n`,
    },
  },
  {
    name: 'VitePress',
    target: 'vitepress',
    packages: ['vitepress@1.6.4'],
    program: 'vitepress',
    files: {
      '.vitepress/config.mjs': 'export default { vite: { build: { assetsInlineLimit: 0 } } }\n',
      '.vitepress/theme/index.js': `
        import { Content, useData } from 'vitepress'
        import { h } from 'vue'
        const setup = () => {
          const { frontmatter } = useData()
          return () => [h('h1', { id: 'title' }, frontmatter.value.title), h('main', { id: 'post' }, h(Content))]
        }
        export default { Layout: { setup } }
      `,
    },
    args: ['build'],
    page: (slug) => `.vitepress/dist/posts/${slug}/index.html`,
    root: '.vitepress/dist',
  },
  {
    name: 'Astro',
    target: 'astro',
    packages: ['astro@7.3.5'],
    program: 'astro',
    files: {
      'astro.config.mjs': `
        import { defineConfig, passthroughImageService } from 'astro/config'
        export default defineConfig({ image: { service: passthroughImageService() } })
      `,
      // The schema of Astro's starter for blogs.
      'src/content.config.ts': `
        import { defineCollection } from 'astro:content'
        import { glob } from 'astro/loaders'
        import { z } from 'astro/zod'
        export const collections = {
          blog: defineCollection({
            loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
            schema: ({ image }) =>
              z.object({
                title: z.string(),
                description: z.string(),
                pubDate: z.coerce.date(),
                updatedDate: z.coerce.date().optional(),
                heroImage: z.optional(image()),
              }),
          }),
        }
      `,
      'src/pages/blog/[slug].astro': `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  const posts = await getCollection('blog')
  return posts.map((post) => ({ params: { slug: post.id }, props: post }))
}
const { Content } = await render(Astro.props)
---
${pageAround('{Astro.props.data.title}', '<Content />')}
`,
    },
    args: ['build'],
    page: (slug) => `dist/blog/${slug}/index.html`,
    root: 'dist',
  },
  {
    name: 'Docusaurus',
    target: 'docusaurus',
    packages: ['@docusaurus/core@3.10.2', '@docusaurus/preset-classic@3.10.2', 'react@19.3.1', 'react-dom@19.3.1'],
    program: 'docusaurus',
    files: {
      'docusaurus.config.js': `
        export default {
          title: 'Site',
          url: 'https://example.org',
          baseUrl: '/',
          presets: [['classic', { docs: false, blog: { routeBasePath: '/', onInlineAuthors: 'ignore', onUntruncatedBlogPosts: 'ignore' } }]],
        }
      `,
      'src/theme/BlogPostPage/index.js': `
        import React from 'react'
        export default function BlogPostPage({ content: Content }) {
          return (
            <>
              <h1 id="title">{Content.metadata.title}</h1>
              <main id="post"><Content /></main>
            </>
          )
        }
      `,
    },
    args: ['build'],
    page: (slug) => `build/${slug}/index.html`,
    root: 'build',
  },
]

const run = promisify(execFile)

/** Installs packages in a new folder. Nothing in them is run before the site is built. */
async function install(packages: readonly string[]): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'package.json'), '{ "private": true, "hexo": { "version": "" } }\n')
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error']
  await run('npm', ['install', '--save-exact', ...options, ...packages], { cwd: folder, maxBuffer: 50_000_000 })
  return folder
}

const named = generators.map((generator) => [generator.name, generator] as const)

test.each(named)('a site that %s builds shows each post as it is', async (_, { packages, ...generator }) => {
  const folder = await install(packages)
  await checkSite({ ...generator, program: join(folder, 'node_modules', '.bin', generator.program) }, folder)
  expect.hasAssertions()
})
