import { extname } from 'node:path'
import { oneLine } from '../../shared/invisible-characters.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import type { PostMeta } from '../../shared/post.ts'
import { takeCensus } from '../markdown/census.ts'
import { compareOutlines } from '../markdown/compare-outlines.ts'
import { outline } from '../markdown/outline.ts'
import { mapNodes } from '../markdown/map-nodes.ts'
import type { OutlineOptions } from '../markdown/outline-inline.ts'
import type { Check, ReadPost, TextFiles, Verdict, Writer } from './exporter.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPage } from './read-page.ts'

const readers: Readonly<Record<string, (data: Uint8Array) => ReadPost>> = {
  '.md': readMarkdown,
  '.html': readPage,
}

/**
 * Reads an export back with the target's reader, or by the extension of its text file; returns `null` if neither can
 * read it.
 */
export function readBack<Values>(
  { read }: Pick<Writer<Values>, 'read'>,
  files: TextFiles,
  options: Values,
): ReadPost | null {
  if (read !== undefined) return read(files, options)
  const [[path, data] = ['', new Uint8Array()]] = files
  return readers[extname(path).toLowerCase()]?.(data) ?? null
}

/**
 * Checks an export with the target's own check if it has one, or else reads it back and compares its tree with the
 * post's.
 */
export function checkExport<Values>(writer: Omit<Writer<Values>, 'write'>, check: Check<Values>): Verdict {
  if (writer.verify !== undefined) return writer.verify(check)
  const found = readBack(writer, check.files, check.options)
  if (found === null) return { census: null, differences: check.written.omissions }
  return compareTrees(check, found, writer.comparison)
}

/** Compares a text that was read back with the post that it was made from. */
export function compareTrees(
  { post, written, unseen }: Omit<Check<unknown>, 'files' | 'options'>,
  found: ReadPost,
  comparison: OutlineOptions = {},
): Verdict {
  // A picture without an address stands for a missing one.
  const readable = mapNodes(found.tree, (node) =>
    node.type === 'image' && (node.url === '' || unseen.has(node.url)) ? null : node,
  )
  return {
    census: takeCensus(readable),
    differences: [
      ...compareMeta(post.meta, found.meta),
      ...compareOutlines(outline(written.tree, comparison), outline(found.tree, comparison)),
      ...written.omissions,
    ],
  }
}

function compareMeta(meant: PostMeta, found: Partial<PostMeta>): Message[] {
  const parts: [
    field: 'title' | 'authors' | 'tags' | 'categories' | 'description' | 'language' | 'date',
    meant: string,
    found: string | undefined,
  ][] = [
    ['title', meant.title, found.title],
    ['authors', meant.authors.join(', '), found.authors?.join(', ')],
    ['tags', meant.tags.join(', '), found.tags?.join(', ')],
    ['categories', meant.categories.join(', '), found.categories?.join(', ')],
    ['description', meant.description, found.description],
    ['language', meant.language, found.language],
    ['date', meant.date ?? '', found.date === undefined ? undefined : (found.date ?? '')],
  ]
  return parts.flatMap(([field, before, after]) =>
    after === undefined || oneLine(after) === oneLine(before)
      ? []
      : [message(`export.differs.${field}`, { before: oneLine(before), after: oneLine(after) })],
  )
}
