import type { Image, ImageReference, Link, LinkReference, Paragraph, PhrasingContent } from 'mdast'
import { isBetweenPictures } from '../markdown/keep-line-breaks.ts'
import { stringifyMarkdown } from '../markdown/stringify-markdown.ts'
import type { Span } from '../markdown/parse-with-places.ts'

/** A replacement for a span of a text. */
export interface Edit extends Span {
  text: string
}

/** Returns a span of a text with the edits in it applied. Edits that are not completely inside are ignored. */
export function applyEdits(source: string, span: Span, edits: readonly Edit[]): string {
  const inside = edits
    .filter((edit) => edit.start >= span.start && edit.end <= span.end)
    .toSorted((a, b) => a.start - b.start)
  let text = ''
  let end = span.start
  for (const edit of inside) {
    // It is inside a span that has already been replaced.
    if (edit.start < end) continue
    text += source.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return text + source.slice(end, span.end)
}

/** The span of a node in its source; `null` if the node was not parsed from it. */
export function spanOf(node: { position?: { start: { offset?: number }; end: { offset?: number } } }): Span | null {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? null : { start, end }
}

/** Formats an address and a title as they follow a link's words: `(address "title")`. */
export function writeResource(url: string, title: string | null): string {
  const link: Link = { type: 'link', url, title, children: [{ type: 'text', value: 'x' }] }
  const written = stringifyMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [link] }] }).trim()
  // A link whose words are its address would be written as <address>, so use other words.
  return written.slice('[x]'.length)
}

/**
 * The edits that join the lines of a paragraph. A report that comes from elsewhere may be wrapped at some width, which
 * means nothing in Markdown; in a text of a trip, a line break is one that somebody typed.
 */
export const joinLines = (source: string, { children }: Paragraph): Edit[] => joinAmong(source, children)

function joinAmong(source: string, nodes: readonly PhrasingContent[]): Edit[] {
  return nodes.flatMap((node, index) => {
    if ('children' in node) return joinAmong(source, node.children)
    const span = node.type === 'text' && !isBetweenPictures(nodes, index) ? spanOf(node) : null
    if (span === null) return []
    // The lookbehind keeps the pattern from starting at each of very many spaces.
    const gaps = source.slice(span.start, span.end).matchAll(/(?<![ \t])[ \t]*\r?\n[ \t]*(?:>[ \t]*)*/g)
    return Array.from(gaps, ({ 0: gap, index: at }) => {
      const start = span.start + at
      return { start, end: start + gap.length, text: ' ' }
    })
  })
}

/** The edit that makes a reference inline: `[slides][1]` -> `[slides](https://…)`. */
export function inlineReference(source: string, node: LinkReference | ImageReference, resource: string): Edit | null {
  const span = spanOf(node)
  if (span === null) return null
  const label = labelStart(source, node, span)
  return label === null ? null : { start: label, end: span.end, text: resource }
}

function labelStart(source: string, node: LinkReference | ImageReference, span: Span): number | null {
  switch (node.referenceType) {
    case 'shortcut':
      return span.end
    case 'collapsed':
      return span.end - '[]'.length
    case 'full': {
      // Brackets inside a label are escaped, so the last unescaped one opens it.
      for (let index = span.end - 2; index > span.start; index--) {
        if (source[index] === '[' && !isEscaped(source, index)) return index
      }
      return null
    }
    default:
      return null
  }
}

function isEscaped(source: string, index: number): boolean {
  let backslashes = 0
  while (source[index - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

/** The span of a picture's address. It is the last one inside the picture, whose words may contain others. */
export function destinationOf(image: Image, destinations: readonly Span[]): Span | null {
  const span = spanOf(image)
  if (span === null) return null
  return destinations.findLast(({ start, end }) => start > span.start && end < span.end) ?? null
}
