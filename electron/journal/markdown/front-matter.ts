import { parse as parseToml, TomlDate } from 'smol-toml'
import { parseDocument } from 'yaml'
import { type Message, message } from '../../shared/messages/message.ts'

/** The front matter of a Markdown text, between two lines of `---` (YAML) or `+++` (TOML). */
export interface FrontMatter {
  /** As written: numbers and dates are kept as text. */
  fields: Readonly<Record<string, unknown>>
  /** The text below it. */
  body: string
  /** What is wrong with it; `null` if nothing is. */
  problem: Message | null
}

/** Maximum length of front matter; anything longer is text. */
const MAX_LENGTH = 256 * 1024

/**
 * Splits the front matter from a text. If it is malformed, the lines that can be read are kept. A text that merely
 * begins with a thematic break is left whole.
 *
 * @param text with LF line ends
 */
export function splitFrontMatter(text: string): FrontMatter {
  const [, fence, after] = /^(---|\+\+\+)[ \t]*\n([^]*)$/.exec(text) ?? []
  const whole = { fields: {}, body: text, problem: null }
  if (fence === undefined || after === undefined) return whole
  const end = (fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(after)
  if (end === null || end.index > MAX_LENGTH) return whole
  const source = after.slice(0, end.index)
  const body = after.slice(end.index + end[0].length).replace(/^\n/, '')
  const read = fence === '---' ? readYaml(source) : readToml(source)
  if (read.fields !== null) return { fields: read.fields, body, problem: null }
  // A paragraph between two thematic breaks is not front matter, malformed or not.
  if (!/^[ \t]*["']?[\w-]+["']?[ \t]*[:=]/m.test(source)) return whole
  return { fields: readLines(source), body, problem: message('import.remark.front-matter', { problem: read.problem }) }
}

/** The problem is described by the parser, in English. */
type Read = { fields: Record<string, unknown> } | { fields: null; problem: string | Message }

function readYaml(source: string): Read {
  try {
    // The failsafe schema reads every value as text: `No` stays No and 2026 stays 2026.
    const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent' })
    const [error] = document.errors
    if (error !== undefined) return { fields: null, problem: firstLine(error.message) }
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (value === null || value === '') return { fields: {} }
    return isRecord(value) ? { fields: value } : { fields: null, problem: message('import.remark.no-fields') }
  } catch (error) {
    return { fields: null, problem: firstLine(String(error)) }
  }
}

function readToml(source: string): Read {
  try {
    return { fields: parseToml(source) }
  } catch (error) {
    return { fields: null, problem: firstLine(error instanceof Error ? error.message : String(error)) }
  }
}

/** Reads `name: value` line by line, from front matter that is malformed elsewhere. */
function readLines(source: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name, value] of source.matchAll(/^([\w-]+)[ \t]*[:=][ \t]*(\S.*)$/gm)) {
    if (name !== undefined && value !== undefined) fields[name] ??= value.trim().replace(/^(["'])(.*)\1$/, '$2')
  }
  return fields
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[:.]$/, '')
}

/** A value as one line of text; empty if it is not text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim()
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  return ''
}

/** A value as a list of texts. Accepts a list, a single text, or people given as `{name: …}`. */
export function textsOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  const texts = items.map((item) => textOf(isRecord(item) ? item['name'] : item))
  return texts.filter((text) => text !== '')
}
