import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { markdownDialect } from './parse-markdown.ts'

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    rule: '-',
    strong: '*',
  })
  .use(remarkGfm, markdownDialect)
  .freeze()

/** Writes a tree as Markdown that reads back as the same tree. Ends with a newline unless there is nothing to say. */
export function stringifyMarkdown(root: Root): string {
  return writer.stringify(root)
}
