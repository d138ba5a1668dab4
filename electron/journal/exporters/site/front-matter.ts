/** A value of front matter. */
export type FrontValue = string | boolean | Plain | readonly FrontValue[] | FrontTable
/** A date or a number, which must not be in quotes. */
export interface Plain {
  readonly plain: string
}
export type FrontTable = readonly FrontField[]
/** A name and its value. */
export type FrontField = readonly [name: string, value: FrontValue]

/** The formats of front matter. */
export type FrontFormat = 'yaml' | 'toml'

/** A field with a text, or nothing if the text is empty. */
export const given = (name: string, text: string | null): FrontTable => (text ? [[name, text]] : [])

/** A field with a list, or nothing if the list is empty. */
export const listed = (name: string, list: readonly FrontValue[]): FrontTable => (list.length > 0 ? [[name, list]] : [])

/** Front matter with its fences. Ends with a newline. */
export function writeFrontMatter(fields: FrontTable, format: FrontFormat = 'yaml'): string {
  return format === 'yaml' ? `---\n${toYaml(fields)}---\n` : `+++\n${toToml(fields)}+++\n`
}

/** Every text is in double quotes: without them, some parsers misread `No`, `2026` and `a: b`. */
function toYaml(fields: FrontTable, indent = ''): string {
  return fields.map(([name, value]) => `${indent}${name}:${yamlValue(value, indent)}\n`).join('')
}

function yamlValue(value: FrontValue, indent: string): string {
  if (isTable(value)) return `\n${toYaml(value, `${indent}  `).trimEnd()}`
  return ` ${inline(value)}`
}

/** A table is written after all values, because what follows it would belong to it. */
function toToml(fields: FrontTable): string {
  const tables = fields.flatMap(([name, value]) => (isTable(value) ? [[name, value] as const] : []))
  const values = fields.filter(([, value]) => !isTable(value))
  const own = values.map(([name, value]) => `${name} = ${inline(value, ' = ')}\n`).join('')
  return own + tables.map(([name, table]) => `\n[${name}]\n${toToml(table)}`).join('')
}

/** A value on one line, which is the same in both formats but for the sign in tables. */
function inline(value: FrontValue, sign = ': '): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'boolean') return String(value)
  if (isPlain(value)) return value.plain
  if (isTable(value)) return `{${value.map(([name, one]) => `${name}${sign}${inline(one, sign)}`).join(', ')}}`
  return `[${value.map((one) => inline(one, sign)).join(', ')}]`
}

function isPlain(value: FrontValue): value is Plain {
  return typeof value === 'object' && 'plain' in value
}

/** A list of pairs of a name and a value. A list of values has no pairs in it. */
function isTable(value: FrontValue): value is FrontTable {
  if (!Array.isArray(value) || value.length === 0) return false
  return value.every((one: unknown) => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string')
}

/**
 * A text as a double-quoted scalar on one line, with escapes for characters that YAML or TOML does not allow. Both
 * formats have the escapes of JSON.
 */
export function quote(text: string): string {
  const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g
  // A lone surrogate cannot be encoded in a file.
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
