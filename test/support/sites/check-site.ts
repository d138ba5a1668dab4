import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { expect } from 'vitest'
import { onePixel } from '../trips.ts'
import type { OptionTexts } from '../exports.ts'
import { build, layOut, readPage } from './build-site.ts'
import { factsOfPage, factsOfPost, type PageFacts } from './page-facts.ts'
import { siteFiles, sitePosts } from './site-posts.ts'

/** A program that builds a site, and the smallest site that shows a post. */
export interface Generator {
  target: string
  /** The name of the program, or its path. */
  program: string
  /** The configuration and the templates of a minimal site. */
  files: Readonly<Record<string, string>>
  args: readonly string[]
  /** The target's options. */
  options?: OptionTexts
  /** The built page of a post. */
  page: (slug: string) => string
  /** The folder that the site's root is built to. */
  root: string
  /** What the program cannot show. */
  forced?: (facts: PageFacts) => PageFacts
}

/** The template of a page, in the language of a program. */
export const pageAround = (title: string, content: string): string =>
  `<!doctype html><html><body><h1 id="title">${title}</h1><main id="post">${content}</main></body></html>`

/** Builds a site with a post of every construct and posts with odd titles, and compares each page with its post. */
export async function checkSite(generator: Generator, folder: string): Promise<void> {
  const { target, program, files, args, options, page, root, forced = (facts) => facts } = generator
  const posts = await sitePosts()
  await layOut(folder, files, await siteFiles(target, posts, options))
  await build(folder, program, args)
  for (const post of posts) {
    const path = page(post.meta.slug)
    const { facts, title, sources } = factsOfPage(await readPage(folder, path), 'post')
    expect({ title, ...facts }).toEqual({ title: post.meta.title, ...forced(factsOfPost(post)) })
    for (const source of sources) {
      expect(await readSource(source, { root: join(folder, root), page: posix.relative(root, path) })).toEqual(onePixel)
    }
  }
}

/** Reads a picture from its address in a page: in the page itself, from the root of the site, or beside the page. */
async function readSource(source: string, { root, page }: { root: string; page: string }): Promise<Buffer> {
  const inPage = /^data:[\w/+-]+;base64,(.*)$/.exec(source)
  if (inPage?.[1] !== undefined) return Buffer.from(inPage[1], 'base64')
  return await readFile(join(root, source.startsWith('/') ? source : posix.join(posix.dirname(page), source)))
}
