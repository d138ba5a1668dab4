import { parse as parseToml } from 'smol-toml'
import { type Document, isMap, isScalar, parse as parseYaml, parseDocument } from 'yaml'
import type { KeyValue } from '../../../shared/destinations.ts'
import { quote } from '../site/front-matter.ts'

/**
 * The formats of what is above a text: YAML and TOML between fences; lines of `Key: value`, for Pelican; lines in a
 * comment, for Nikola; or nothing.
 */
export type FrontFormat = 'yaml' | 'toml' | 'lines' | 'comment' | 'none'

/** A key with its value, exactly as it is written. */
export interface FrontEntry {
  /** With the table that it is in, if it is in one: `extra.image`. A table's own heading is `[extra]`. */
  key: string
  text: string
  /** What follows before the next entry: a comment, the line break, empty lines. */
  trail: string
}

/** A text with what is above it, in parts that together are exactly the original. */
export interface FrontBlock {
  format: FrontFormat
  /** The opening fence, and whatever is before the first entry. */
  open: string
  entries: readonly FrontEntry[]
  close: string
  body: string
}

/** Maximum length of what is above a text, as in what is imported. */
const MAX_LENGTH = 256 * 1024

/**
 * Splits a text that a target wrote, or that somebody edited afterwards.
 *
 * @param text with LF line ends
 * @param format the format that it must have; by default, the one that it begins like
 * @returns `null` if it does not have that format, or is malformed
 */
export function splitFrontBlock(text: string, format: FrontFormat = formatOf(text)): FrontBlock | null {
  if (format === 'none') return { format, open: '', entries: [], close: '', body: text }
  const parts = shapes[format].exec(text)
  if (parts === null || parts.index > 0) return null
  const [whole, open = '', source = '', close = ''] = parts
  if (source.length > MAX_LENGTH) return null
  const split = splitEntries(source, format)
  if (split === null || hasDuplicates(split.entries)) return null
  return { format, open: open + split.before, entries: split.entries, close, body: text.slice(whole.length) }
}

export function joinFrontBlock({ open, entries, close, body }: FrontBlock): string {
  return `${open}${entries.map(({ text, trail }) => text + trail).join('')}${close}${body}`
}

const shapes = {
  yaml: /^(---[ \t]*\n)((?:(?!(?:---|\.\.\.)[ \t]*$).*\n)*)((?:---|\.\.\.)[ \t]*(?:\n|$))/m,
  toml: /^(\+\+\+[ \t]*\n)((?:(?!\+\+\+[ \t]*$).*\n)*)(\+\+\+[ \t]*(?:\n|$))/m,
  comment: /^(<!--[ \t]*\n)((?:(?!-->).*\n)*)(-->[ \t]*(?:\n|$))/,
  lines: /^()((?:[A-Za-z][\w-]*:.*\n(?:[ \t]+\S.*\n)*)+)((?=\n)|$)/,
} as const satisfies Record<Exclude<FrontFormat, 'none'>, RegExp>

function formatOf(text: string): FrontFormat {
  if (/^---[ \t]*\n/.test(text)) return 'yaml'
  if (/^\+\+\+[ \t]*\n/.test(text)) return 'toml'
  if (/^<!--[ \t]*\n\.\. /.test(text)) return 'comment'
  return text.startsWith('Title: ') ? 'lines' : 'none'
}

interface Split {
  before: string
  entries: FrontEntry[]
}

function splitEntries(source: string, format: Exclude<FrontFormat, 'none'>): Split | null {
  switch (format) {
    case 'yaml':
      return splitYaml(source)
    case 'toml':
      return splitToml(source)
    case 'lines':
      return splitLines(source, /^([A-Za-z][\w-]*):/)
    case 'comment':
      return splitLines(source, /^\.\. ([\w-]+):/)
    default:
      return format satisfies never
  }
}

function hasDuplicates(entries: readonly FrontEntry[]): boolean {
  return new Set(entries.map(({ key }) => key)).size < entries.length
}

/** The parser says where the keys are; everything between two of them stays as it is written. */
function splitYaml(source: string): Split | null {
  const document = parseDocument(source, { logLevel: 'silent' })
  if (document.errors.length > 0 || !hasAllAnchors(document)) return null
  const { contents } = document
  if (contents === null) return { before: source, entries: [] }
  if (!isMap(contents) || contents.flow === true) return null
  const starts: { key: string; at: number; end: number | null }[] = []
  for (const { key, value } of contents.items) {
    const at = isScalar(key) ? key.range?.[0] : undefined
    if (!isScalar(key) || at === undefined || (at > 0 && source[at - 1] !== '\n')) return null
    const range = isScalar(value) || (isMap(value) && value.flow === true) ? value.range : undefined
    starts.push({ key: String(key.value), at, end: range?.[1] ?? null })
  }
  const entries = starts.map(({ key, at, end }, index) => {
    const written = source.slice(at, starts[index + 1]?.at ?? source.length)
    // A comment beside a value on one line stays when the value is replaced.
    const isOneLine = end !== null && !written.slice(0, end - at).includes('\n')
    return { key, ...cut(written, isOneLine ? end - at : withoutTrail(written)) }
  })
  return { before: source.slice(0, starts[0]?.at ?? source.length), entries }
}

/** Whether every alias refers to something. The parser only finds out when it needs the value. */
function hasAllAnchors(document: Document): boolean {
  try {
    document.toJS({ maxAliasCount: 100 })
    return true
  } catch {
    return false
  }
}

/** An entry goes on until what there is of it is valid. */
function splitToml(source: string): Split | null {
  const lines = source.match(/.*\n/g) ?? []
  const entries: FrontEntry[] = []
  let before = ''
  let table = ''
  let open = ''
  const append = (line: string) => {
    const last = entries.at(-1)
    if (last === undefined) before += line
    else last.trail += line
  }
  for (const line of lines) {
    const header = open === '' ? /^[ \t]*\[[ \t]*([\w.-]+)[ \t]*\]/.exec(line) : null
    const name = open === '' ? /^[ \t]*([\w.-]+|"[^"]*")[ \t]*=/.exec(line)?.[1] : undefined
    if (header?.[1] !== undefined) {
      table = header[1]
      entries.push({ key: `[${table}]`, ...cut(line, header[0].length) })
    } else if (open !== '' || name !== undefined) {
      open += line
      if (readToml(open) === null) continue
      const key = /^[ \t]*([\w.-]+|"[^"]*")[ \t]*=/.exec(open)?.[1] ?? ''
      entries.push({ key: table === '' ? key : `${table}.${key}`, ...cut(open, endOfToml(open)) })
      open = ''
    } else if (/^[ \t]*(?:#.*)?$/.test(line.trimEnd())) append(line)
    // A list of tables, or something unknown.
    else return null
  }
  return open === '' ? { before, entries } : null
}

/** Where the value ends, without a comment beside it. */
function endOfToml(written: string): number {
  const value = JSON.stringify(readToml(written))
  for (let at = written.indexOf('#'); at !== -1; at = written.indexOf('#', at + 1)) {
    const shorter = written.slice(0, at).trimEnd()
    if (JSON.stringify(readToml(shorter)) === value) return shorter.length
  }
  return withoutTrail(written)
}

function splitLines(source: string, start: RegExp): Split | null {
  const entries: FrontEntry[] = []
  let before = ''
  for (const line of source.match(/.*\n/g) ?? []) {
    const key = start.exec(line)?.[1]
    const last = entries.at(-1)
    if (key !== undefined) entries.push({ key: key.toLowerCase(), text: line.slice(0, -1), trail: '\n' })
    else if (last === undefined) before += line
    // The value goes on.
    else entries.splice(-1, 1, { ...last, text: `${last.text}${last.trail}${line.slice(0, -1)}` })
  }
  return { before, entries }
}

function cut(written: string, at: number): Pick<FrontEntry, 'text' | 'trail'> {
  return { text: written.slice(0, at), trail: written.slice(at) }
}

/** The length of an entry without the empty lines and the comments below it. */
function withoutTrail(written: string): number {
  return /(?:\s*\n#.*|\s)*$/.exec(written)?.index ?? written.length
}

/**
 * The value of an entry, to be compared with others.
 *
 * @returns `undefined` if only the text says what it is
 */
export function valueOf({ key, text }: FrontEntry, format: FrontFormat): unknown {
  switch (format) {
    case 'yaml':
      return firstValue(readYaml(text))
    case 'toml':
      return key.startsWith('[') ? key : firstValue(readToml(text))
    case 'lines':
    case 'comment':
      return text.replace(/^(?:\.\. )?[\w-]+:/, '').trim()
    case 'none':
      return undefined
    default:
      return format satisfies never
  }
}

function firstValue(read: unknown): unknown {
  if (typeof read !== 'object' || read === null) return undefined
  const value: unknown = Object.values(read)[0]
  // Dates of both formats have a class of their own.
  return value instanceof Date ? value.toISOString() : value
}

function readYaml(text: string): unknown {
  try {
    return parseYaml(text, { logLevel: 'silent', maxAliasCount: 100 })
  } catch {
    return null
  }
}

function readToml(text: string): unknown {
  try {
    return parseToml(text)
  } catch {
    return null
  }
}

/** An entry with a fixed value. */
export function writeEntry(key: string, value: KeyValue, format: FrontFormat): FrontEntry {
  switch (format) {
    case 'yaml':
      return { key, text: `${key}: ${inline(value)}`, trail: '\n' }
    case 'toml':
      return { key, text: `${key.slice(key.indexOf('.') + 1)} = ${inline(value)}`, trail: '\n' }
    case 'lines':
      return { key: key.toLowerCase(), text: `${key}: ${plain(value)}`, trail: '\n' }
    case 'comment':
      return { key: key.toLowerCase(), text: `.. ${key}: ${plain(value).replaceAll('--', '-\u2060-')}`, trail: '\n' }
    case 'none':
      return { key, text: '', trail: '' }
    default:
      return format satisfies never
  }
}

/** YAML and TOML write these values in the same way. */
function inline(value: KeyValue): string {
  if (typeof value === 'string') return quote(value)
  return typeof value === 'object' ? `[${value.map((one) => quote(one)).join(', ')}]` : String(value)
}

function plain(value: KeyValue): string {
  return (typeof value === 'object' ? value.join(', ') : String(value)).replace(/\s+/g, ' ').trim()
}

/** An entry under another name. In TOML, it stays in its table. */
export function renameEntry({ key, text, trail }: FrontEntry, to: string): FrontEntry {
  const name = to.slice(to.indexOf('.') + 1)
  return {
    key: key.includes('.') && !to.includes('.') ? `${key.slice(0, key.indexOf('.'))}.${to}` : to,
    text: text.replace(/^([ \t]*(?:\.\. )?)("[^"]*"|[\w.-]+)/, (_, start: string) => start + name),
    trail,
  }
}
