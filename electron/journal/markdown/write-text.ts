import type { Text } from 'mdast'
import type { Options } from 'remark-stringify'
import { parseMarkdown } from './parse-markdown.ts'

declare module 'mdast' {
  interface TextData {
    /** Whether it is between HTML tags that we wrote, where some programs know no escapes but character references. */
    isInHtml?: boolean
  }
}

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

/** How the words of a text are written. */
interface WordStyle {
  keepsShortcodes: boolean
  escapable?: string
}

/**
 * Escapes words with as few backslashes as possible: `D&I` needs none. The library's own writer escapes everything that
 * could be significant somewhere; this one knows more cases where it is not.
 */
export function createTextHandler({ keepsShortcodes, escapable }: WordStyle): Handle {
  return (node: Text, parent, state, info) => {
    const known = node.data?.isInHtml === true ? '' : escapable
    const escapeWords = (words: string, of: State, around: Around) =>
      respellEscapes(escape(words, of, around), known, of)
    const siblings = parent?.children ?? []
    const index = state.indexStack.at(-1) ?? 0
    const around = { ...info, beforeNode: siblings[index - 1], afterNode: siblings[index + 1] }
    const { value } = node
    if (!keepsShortcodes || !value.includes('{{')) return escapeWords(value, state, around)
    let written = ''
    let end = 0
    for (const match of value.matchAll(template)) {
      const [raw] = match
      if (!staysText(raw)) continue
      const rest = end === 0 ? around : { ...around, before: value.charAt(end - 1), beforeNode: node }
      const words = value.slice(end, match.index)
      written += escapeWords(words, state, { ...rest, after: raw.charAt(0), afterNode: node }) + raw
      end = match.index + raw.length
    }
    const rest = end === 0 ? around : { ...around, before: value.charAt(end - 1), beforeNode: node }
    return written + escapeWords(value.slice(end), state, rest)
  }
}

export const writeText = createTextHandler({ keepsShortcodes: true })

/**
 * Replaces backslash escapes that a program does not know with character references.
 *
 * @param escapable the punctuation that a backslash escapes there; all if it is missing
 * @param state where the words are: between `<` and `>`, a backslash is part of the address
 */
export function respellEscapes(
  markdown: string,
  escapable: string | undefined,
  { stack }: Pick<State, 'stack'>,
): string {
  if (escapable === undefined || stack.includes('autolink')) return markdown
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, (escaped, sign: string) =>
    escapable.includes(sign) ? escaped : `&#${sign.charCodeAt(0)};`,
  )
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
