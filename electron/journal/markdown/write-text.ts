import type { Text } from 'mdast'
import type { Options } from 'remark-stringify'
import { parseMarkdown } from './parse-markdown.ts'

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>
type State = Parameters<Handle>[2]
type Around = Parameters<State['safe']>[1]

/**
 * Shortcodes of site generators, also as the address of a link: `[Day 2]({{< relref "day-2" >}})`. Markdown treats them
 * as plain words, and backslashes in them would break them for the generator.
 */
const template = /(?:\[[^[\]\n]*\]\()?\{\{[<%][^\n]*?[>%]\}\}\)?/g

const ampersand = /(?<!\\)((?:\\\\)*)\\&(?=[^#\w]|[#\w]{1,40}[^#\w;])/g
/** Only if nothing follows the words. */
const ampersandToEnd = /(?<!\\)((?:\\\\)*)\\&(?=[^#\w]|[#\w]{1,40}(?:[^#\w;]|$))/g

/**
 * Escapes words with as few backslashes as possible: `D&I` needs none. The library's own writer escapes everything that
 * could be significant somewhere; this one knows more cases where it is not.
 */
export const writeText: Handle = (node: Text, parent, state, info) => {
  const siblings = parent?.children ?? []
  const index = state.indexStack.at(-1) ?? 0
  const around = { ...info, beforeNode: siblings[index - 1], afterNode: siblings[index + 1] }
  const { value } = node
  if (!value.includes('{{')) return escape(value, state, around)
  let written = ''
  let end = 0
  for (const match of value.matchAll(template)) {
    const [raw] = match
    if (!staysText(raw)) continue
    const rest = end === 0 ? around : { ...around, before: value.charAt(end - 1), beforeNode: node }
    const words = value.slice(end, match.index)
    written += escape(words, state, { ...rest, after: raw.charAt(0), afterNode: node }) + raw
    end = match.index + raw.length
  }
  const rest = end === 0 ? around : { ...around, before: value.charAt(end - 1), beforeNode: node }
  return written + escape(value.slice(end), state, rest)
}

function escape(words: string, state: State, around: Around): string {
  if (words === '') return ''
  // An ampersand is only significant before a name and a semicolon.
  return state.safe(words, around).replace(around.afterNode === undefined ? ampersandToEnd : ampersand, '$1&')
}

function staysText(raw: string): boolean {
  const [paragraph, ...others] = parseMarkdown(`x${raw}x`).children
  if (paragraph?.type !== 'paragraph' || others.length > 0) return false
  const [text, ...more] = paragraph.children
  return text?.type === 'text' && text.value === `x${raw}x` && more.length === 0
}
