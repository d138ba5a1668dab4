import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { PostMeta } from '../../../shared/post.ts'
import { attribute, findElement, hasClass, isElement, wordsOf } from '../../html/elements.ts'
import { toMarkdownTree } from '../../html/markdown-tree.ts'

const parser = unified().use(rehypeParse).freeze()

/** Reads the text of a page that Lanyard wrote. Pictures are called by their content, as `sha256:…`. */
export function readHtml(page: string): Root {
  const body = findElement(parser.parse(page), (element) => element.properties['id'] === 'text')
  return toMarkdownTree(body?.children ?? [])
}

export function readHtmlMeta(page: string): Partial<PostMeta> {
  const html = parser.parse(page)
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
