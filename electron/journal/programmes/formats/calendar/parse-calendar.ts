import ICAL from 'ical.js'
import { z } from 'zod'

/** A property: its name in lower case, its parameters, its type, and its values. */
export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly type: string
  readonly values: readonly unknown[]
}

/** An event, a time zone, or whatever else begins and ends. */
export interface Component {
  readonly name: string
  readonly properties: Property[]
  readonly components: Component[]
}

const propertySchema = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown())

/** Maximum number of components within components. A calendar has three. */
const MAX_DEPTH = 10

/**
 * Parses a calendar line by line, so that a line that makes no sense costs no more than itself.
 *
 * @returns the calendars in the text; `null` if it ends before they do
 */
export function parseCalendar(text: string): Component[] | null {
  const root: Component = { name: '', properties: [], components: [] }
  const open = [root]
  for (const line of unfold(text)) {
    const current = open.at(-1) ?? root
    const [, edge = '', name = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line) ?? []
    if (edge.toUpperCase() === 'BEGIN') {
      if (open.length > MAX_DEPTH) return null
      const component = { name: name.toLowerCase(), properties: [], components: [] }
      current.components.push(component)
      open.push(component)
    } else if (edge !== '') {
      if (current.name !== name.toLowerCase()) return null
      open.pop()
    } else {
      const property = parseProperty(line)
      if (property !== null) current.properties.push(property)
    }
  }
  return open.length === 1 ? root.components.filter(({ name }) => name === 'vcalendar') : null
}

/** Lines as they were before they were folded. Some generators write line ends into texts, where only `\n` may be. */
function unfold(text: string): string[] {
  const unfolded: string[] = []
  let parts: string[] = []
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^[ \t]/.test(line)) parts.push(line.slice(1))
    else if (/^[a-z][a-z\d-]*[;:]/i.test(line) || parts.length === 0) {
      if (parts.length > 0) unfolded.push(parts.join(''))
      parts = [line]
    } else if (line !== '') parts.push(`\\n${line}`)
  }
  if (parts.length > 0) unfolded.push(parts.join(''))
  return unfolded
}

function parseProperty(line: string): Property | null {
  let parsed: unknown
  try {
    parsed = ICAL.parse.property(withBasicTime(line))
  } catch {
    return null
  }
  const property = propertySchema.safeParse(parsed)
  if (!property.success) return null
  const [name, parameters, type, ...values] = property.data
  return { name: name.toLowerCase(), parameters, type, values }
}

const timed = /^((?:dtstart|dtend|recurrence-id|exdate|rdate)(?:;.*)?):\s*(\d{4})-?(\d\d)-?(\d\d)((?:T|\s|$).*)$/i

/** Some programs write times as ISO 8601 elsewhere, with dashes, colons or an offset: `2026-04-14T09:00:00+02:00`. */
function withBasicTime(line: string): string {
  const [found, before = '', year = '', month = '', day = '', rest = ''] = timed.exec(line) ?? []
  if (found === undefined) return line
  // The names of some zones have a colon, for which they would have to be in quotation marks.
  const name = before.replace(/(?<=;tzid=)[^";]*:[^";]*/i, '"$&"')
  if (/^(?:T\d{6}Z?)?$/.test(rest)) return `${name}:${year}${month}${day}${rest}`
  const [clock, hours = '', minutes = '', seconds = '00', offset = ''] =
    /^[T ]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?\s*$/i.exec(rest) ?? []
  if (clock === undefined) return line
  const moment = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${isoOffset(offset)}`)
  if (Number.isNaN(moment)) return line
  const basic = new Date(moment).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${name}:${offset === '' ? basic.slice(0, -1) : basic}`
}

const isoOffset = (offset: string) => (/^Z?$/i.test(offset) ? 'Z' : offset.replace(/^(...)(\d\d)$/, '$1:$2'))

export function propertyOf(component: Component, ...names: readonly string[]): Property | undefined {
  return names
    .map((name) => component.properties.find((property) => property.name === name))
    .find((property) => property !== undefined && textIn(property) !== '')
}

export function propertiesOf(component: Component, name: string): Property[] {
  return component.properties.filter((property) => property.name === name)
}

/** The value of a property as text, with its lines. */
export function textIn(property: Property | undefined): string {
  if (property === undefined) return ''
  return property.values
    .filter((value) => typeof value === 'string')
    .map((value) => (property.type === 'unknown' ? unescape(value) : value))
    .join(', ')
    .trim()
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}

/** The text of the first of these properties that has one. */
export function textOf(component: Component, ...names: readonly string[]): string {
  return textIn(propertyOf(component, ...names))
}

export function parameterOf({ parameters }: Property, name: string): string {
  const value = parameters[name]
  return typeof value === 'string' ? value.trim() : ''
}
