import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { limitDepth } from './limit-depth.ts'

/**
 * How Markdown is understood everywhere in Lanyard: CommonMark with GitHub's tables, task lists, footnotes, bare
 * addresses and `~~struck~~`. A single `~` stays a tilde: "~5 minutes" is more common than striking with one.
 */
export const markdownDialect = { singleTilde: false } as const

const parser = unified().use(remarkParse).use(remarkGfm, markdownDialect).freeze()

/**
 * Reads a text. Any text is Markdown, so this cannot fail: one that is nested too deep to be read comes back as plain
 * paragraphs.
 */
export function parseMarkdown(text: string): Root {
  // The parser keeps CR in what it reads; it would come out again in the middle of an export.
  const lines = text.replace(/\r\n?/g, '\n')
  try {
    return limitDepth(parser.parse(lines))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return plainParagraphs(lines)
  }
}

export function plainParagraphs(text: string): Root {
  const blocks = text.split(/\n(?:[ \t]*\n)+/).filter((block) => block.trim() !== '')
  return {
    type: 'root',
    children: blocks.map((block) => ({ type: 'paragraph', children: [{ type: 'text', value: block.trim() }] })),
  }
}
