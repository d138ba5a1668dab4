import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { wordsOf } from '../html/elements.ts'

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** What each character reference means that was met. Texts use few, again and again. */
const known = new Map<string, string>([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', '\u00a0'],
])
/** Hostile texts could contain any number of them. */
const MAX_KNOWN = 5_000

/** Decodes the character references of a text as HTML does. Nothing else in it is taken for HTML. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replaceAll(/&[#a-z0-9]+;?/gi, decoded) : text
}

function decoded(reference: string): string {
  const found = known.get(reference)
  if (found !== undefined) return found
  const value = wordsOf(parser.parse(reference))
  if (known.size < MAX_KNOWN && reference.length < 50) known.set(reference, value)
  return value
}
