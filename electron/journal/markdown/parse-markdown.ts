import type { Root } from 'mdast'
import { createParser } from './dialect.ts'
import { limitDepth } from './limit-depth.ts'

const parser = createParser().freeze()

/**
 * Parses a text. Any text is valid Markdown, so this cannot fail: one that is nested too deeply becomes plain
 * paragraphs. It can take forever, so this must not be called in the main thread, and texts from users are parsed with
 * `parseLimited`.
 *
 * @param onPlain called if something is nested so deeply that it becomes plain text
 */
export function parseMarkdown(text: string, onPlain?: () => void): Root {
  // The parser keeps CR in values, from where it would get into exports.
  const lines = text.replace(/\r\n?/g, '\n')
  try {
    return limitDepth(parser.parse(lines), onPlain)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    onPlain?.()
    return plainParagraphs(lines)
  }
}

/** A text as its paragraphs, without markup: every sign in it stands for itself. */
export function plainParagraphs(text: string): Root {
  const blocks = text.split(/\n(?:[ \t]*\n)+/).filter((block) => block.trim() !== '')
  return {
    type: 'root',
    children: blocks.map((block) => ({ type: 'paragraph', children: [{ type: 'text', value: block.trim() }] })),
  }
}
