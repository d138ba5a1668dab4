import type { Census } from '../../shared/contract/exports.ts'
import type { Post, PostMeta } from '../../shared/post.ts'
import { takeCensus } from '../markdown/census.ts'
import { compareOutlines } from '../markdown/compare-outlines.ts'
import { outline } from '../markdown/outline.ts'
import type { Exporter, Pictures } from './exporter.ts'

/**
 * Reads the files of an export and compares them with the post that they were made of.
 *
 * @param files as they are on the disk, by their paths
 * @returns what the files hold, and a sentence for each thing that they say otherwise than the post
 */
export function checkExport(
  exporter: Exporter,
  post: Post,
  pictures: Pictures,
  files: ReadonlyMap<string, Uint8Array>,
): { census: Census; differences: string[] } {
  const found = exporter.read(files)
  const meant = exporter.expect(post, pictures)
  const { comparison } = exporter
  return {
    census: takeCensus(found),
    differences: [
      ...compareMeta(post.meta, exporter.readMeta(files)),
      ...compareOutlines(outline(meant, comparison), outline(found, comparison)),
      ...(exporter.leftOut?.(post) ?? []),
    ],
  }
}

function compareMeta(meant: PostMeta, found: Partial<PostMeta>): string[] {
  const parts: [name: string, meant: string, found: string | undefined][] = [
    ['title', meant.title, found.title],
    ['authors', meant.authors.join(', '), found.authors?.join(', ')],
    ['tags', meant.tags.join(', '), found.tags?.join(', ')],
    ['language', meant.language, found.language],
    ['date', meant.date ?? '', found.date === undefined ? undefined : (found.date ?? '')],
  ]
  return parts.flatMap(([name, before, after]) =>
    after === undefined || oneLine(after) === oneLine(before)
      ? []
      : [`The ${name} reads “${oneLine(after)}” instead of “${oneLine(before)}”.`],
  )
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
