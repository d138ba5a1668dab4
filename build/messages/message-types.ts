import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** What a parameter of a message may be, as TypeScript. */
interface Parameter {
  /** Most special first: a parameter that is counted in one place may be shown in another. */
  type: 'number' | 'choice' | 'tag' | 'text'
  options: readonly string[]
}

export interface Entry {
  message: string
  description?: string
}

const rank = ['tag', 'choice', 'number', 'text'] as const

function note(found: Map<string, Parameter>, name: string, parameter: Parameter): void {
  const known = found.get(name)
  if (known === undefined || rank.indexOf(parameter.type) < rank.indexOf(known.type)) found.set(name, parameter)
}

function collect(elements: readonly MessageFormatElement[], found: Map<string, Parameter>): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
        note(found, element.value, { type: 'text', options: [] })
        break
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        note(found, element.value, { type: 'number', options: [] })
        break
      case TYPE.select:
        note(found, element.value, { type: 'choice', options: Object.keys(element.options) })
        break
      case TYPE.plural:
        note(found, element.value, { type: 'number', options: [] })
        break
      case TYPE.tag:
        note(found, element.value, { type: 'tag', options: [] })
        collect(element.children, found)
        break
      case TYPE.literal:
      case TYPE.pound:
        break
    }
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) collect(option.value, found)
    }
  }
}

function typeOf({ type, options }: Parameter): string {
  const types = { number: 'number', tag: '(inside: string) => Part', text: 'ParamValue' }
  return type === 'choice' ? options.map((option) => `'${option}'`).join(' | ') : types[type]
}

/**
 * The parameters of every message as TypeScript, for the compiler to check every use of the catalogue.
 *
 * @throws where a message is not ICU MessageFormat, or has more than one meaning for a parameter
 */
export function messageTypes(entries: Readonly<Record<string, Entry>>): string {
  const plain: string[] = []
  const marked: string[] = []
  for (const [key, { message }] of Object.entries(entries)) {
    const found = new Map<string, Parameter>()
    try {
      collect(parse(message), found)
    } catch (error) {
      throw new Error(`${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
    const fields = [...found].map(([name, parameter]) => `${name}: ${typeOf(parameter)}`)
    const hasTags = [...found.values()].some(({ type }) => type === 'tag')
    const target = hasTags ? marked : plain
    target.push(`  '${key}': ${fields.length === 0 ? 'NoParams' : `{ ${fields.join('; ')} }`}`)
  }
  return `// Made from en.json by \`npm run messages\`; not to be edited.
import type { ParamValue as Value } from './message.ts'

export type ParamValue = Value
type NoParams = Record<never, never>

/** The parameters of each message. */
export interface MessageParams {
${plain.join('\n')}
}

/** The parameters of each message with marked-up parts, each made by a function from the text inside the tag. */
export interface RichParams<Part> {
${marked.join('\n')}
}
`
}
