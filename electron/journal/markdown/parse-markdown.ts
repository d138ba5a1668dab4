import type { Root } from 'mdast'
import { createParser } from './dialect.ts'
import { limitDepth } from './limit-depth.ts'

const parser = createParser().freeze()

/**
 * Parses a text. Any text is valid Markdown, so this cannot fail: one that is nested too deeply becomes plain
 * paragraphs.
 */
export function parseMarkdown(text: string): Root {
  // The parser keeps CR in values, from where it would get into exports.
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
