import type { Text } from 'mdast'
import type { Options } from 'remark-stringify'
import { parseMarkdown } from './parse-markdown.ts'

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>
type State = Parameters<Handle>[2]
type Around = Parameters<State['safe']>[1]

/**
 * What site generators put into texts, also as the address of a link: `[Day 2]({{< relref "day-2" >}})`. To Markdown it is
 * plain words; with backslashes in it, it would be broken for the generator.
 */
const template = /(?:\[[^[\]\n]*\]\()?\{\{[<%][^\n]*?[>%]\}\}\)?/g

const ampersand = /(?<!\\)((?:\\\\)*)\\&(?=[^#\w]|[#\w]{1,40}[^#\w;])/g
/** As long as nothing follows behind the words. */
const ampersandToEnd = /(?<!\\)((?:\\\\)*)\\&(?=[^#\w]|[#\w]{1,40}(?:[^#\w;]|$))/g

/**
 * Writes words so that they stay words, with as few backslashes as that takes: `D&I` needs none. The writer that comes
 * with the parts escapes what could matter somewhere; this one knows more often where it does not.
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
  // An ampersand means something only in front of a name and a semicolon.
  return state.safe(words, around).replace(around.afterNode === undefined ? ampersandToEnd : ampersand, '$1&')
}

function staysText(raw: string): boolean {
  const [paragraph, ...others] = parseMarkdown(`x${raw}x`).children
  if (paragraph?.type !== 'paragraph' || others.length > 0) return false
  const [text, ...more] = paragraph.children
  return text?.type === 'text' && text.value === `x${raw}x` && more.length === 0
}
