import { toString } from 'mdast-util-to-string'
import { splitFrontMatter, textOf, textsOf } from '../markdown/front-matter.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { resolveReferences } from '../markdown/resolve-references.ts'
import { decodeText, type ReadPost } from './exporter.ts'

/** Reads an exported Markdown text. Without front matter, its first heading of level 1 is its title. */
export function readMarkdown(data: Uint8Array): ReadPost {
  const text = decodeText(data)
  const { fields, body } = splitFrontMatter(text)
  const tree = resolveReferences(parseMarkdown(body))
  if (body === text) {
    const [first, ...children] = tree.children
    if (first?.type !== 'heading' || first.depth !== 1) return { tree, meta: { title: '' } }
    return { tree: { ...tree, children }, meta: { title: toString(first) } }
  }
  return {
    tree,
    meta: {
      title: textOf(fields['title']),
      date: textOf(fields['date']).slice(0, '2026-04-14'.length) || null,
      authors: textsOf(fields['authors'] ?? []),
      tags: textsOf(fields['tags'] ?? []),
      categories: textsOf(fields['categories'] ?? []),
      description: textOf(fields['description']),
      language: textOf(fields['lang']),
    },
  }
}
