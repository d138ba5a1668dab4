import { createHash } from 'node:crypto'
import type { Root as HtmlRoot } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { PostMeta } from '../../shared/post.ts'
import { attribute, findElement, hasClass, isElement, wordsOf } from '../html/elements.ts'
import { toMarkdownTree } from '../html/markdown-tree.ts'
import { decodeText, type ReadPost } from './exporter.ts'

const parser = unified().use(rehypeParse).freeze()

/** Reads an exported page. Embedded pictures are named by their content, as `sha256:…`. */
export function readPage(data: Uint8Array): ReadPost {
  const html = parser.parse(decodeText(nameInlinePictures(data)))
  const body = findElement(html, (element) => element.properties['id'] === 'text')
  return { tree: toMarkdownTree(body?.children ?? []), meta: readMeta(html) }
}

/** Reads a part of a page that begins with the title as its heading. */
export function readFragment(data: Uint8Array): ReadPost {
  const html = parser.parse(decodeText(nameInlinePictures(data)))
  const body = findElement(html, (element) => element.tagName === 'body')?.children ?? []
  const [heading, ...others] = body
  if (heading === undefined || !isElement(heading, 'h1')) return { tree: toMarkdownTree(body), meta: { title: '' } }
  return { tree: toMarkdownTree(others), meta: { title: wordsOf(heading) } }
}

function readMeta(html: HtmlRoot): Partial<PostMeta> {
  const header = findElement(html, (element) => element.tagName === 'header')
  const root = findElement(html, (element) => element.tagName === 'html')
  const tags = findElement(html, (element) => hasClass(element, 'tags'))
  const heading = header && findElement(header, (element) => element.tagName === 'h1')
  const time = header && findElement(header, (element) => element.tagName === 'time')
  const byline = header && findElement(header, (element) => hasClass(element, 'byline'))
  const authors = (byline?.children ?? []).filter((child) => isElement(child, 'span'))
  return {
    title: heading === undefined ? '' : wordsOf(heading),
    authors: authors.map(wordsOf),
    tags: (tags?.children ?? []).filter((child) => isElement(child, 'li')).map(wordsOf),
    date: time === undefined ? null : attribute(time, 'dateTime'),
    language: attribute(root, 'lang'),
  }
}

const TAG = Buffer.from('<img ')
/** Maximum length of the attributes before a picture's bytes. A longer tag is parsed unchanged. */
const MAX_ATTRIBUTES = 64 * 1024
/** In text and attributes, `<` is always escaped, so this never matches text of the post. */
const inlineSource = /^<img (?:[\w-]+="[^"]*" )*?src="(?=data:[a-z/+-]+;base64,)/

/**
 * Replaces each embedded picture with its hash: the parser would keep several copies of hundreds of megabytes of Base64
 * in memory.
 */
function nameInlinePictures(page: Uint8Array): Uint8Array {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength)
  const parts: Uint8Array[] = []
  let copied = 0
  for (let tag = bytes.indexOf(TAG); tag >= 0; tag = bytes.indexOf(TAG, tag + 1)) {
    const [before] = inlineSource.exec(bytes.toString('latin1', tag, tag + MAX_ATTRIBUTES)) ?? []
    if (before === undefined) continue
    const start = tag + before.length
    const comma = bytes.indexOf(',', start)
    const end = bytes.indexOf('"', comma)
    if (comma < 0 || end < 0) break
    const picture = Buffer.from(bytes.toString('latin1', comma + 1, end), 'base64')
    parts.push(bytes.subarray(copied, start), Buffer.from(contentAddress(picture)))
    copied = end
    tag = end
  }
  return Buffer.concat([...parts, bytes.subarray(copied)])
}

/** The address of an embedded picture in comparisons: its content, because it has no other name there. */
export function contentAddress(data: Uint8Array): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`
}
