import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { decodeText } from '../exporter.ts'

/** An element of a file that was written before. Names have their prefixes. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  /** In order; a text is a string. */
  children: readonly (XmlElement | string)[]
}

const TEXT = '#text'
const ATTRIBUTES = ':@'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: TEXT,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  // Only those that XML itself defines are written; they are resolved below, each once.
  processEntities: false,
})

/**
 * Reads the root element of an XML file that an exporter wrote.
 *
 * @throws Error if the bytes are not UTF-8 or not XML
 */
export function readXml(data: Uint8Array): XmlElement {
  const parsed = z.array(z.unknown()).parse(parser.parse(decodeText(data)))
  const root = parsed.map(toNode).find((node) => typeof node === 'object')
  if (root === undefined) throw new Error('An XML file without an element.')
  return root
}

const attributesSchema = z.record(z.string(), z.string())

/** What the parser returns for a node is an object with its name as the only other key. */
function toNode(found: unknown): XmlElement | string {
  if (typeof found !== 'object' || found === null) throw new Error('A node that is no object.')
  let [name, content, attributes]: [string, unknown, unknown] = ['', null, undefined]
  for (const [key, value] of Object.entries(found)) {
    if (key === ATTRIBUTES) attributes = value
    else [name, content] = [key, value]
  }
  if (name === TEXT) return decode(String(content))
  const given = attributes === undefined ? {} : attributesSchema.parse(attributes)
  return {
    name,
    attributes: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, decode(value)])),
    children: Array.isArray(content) ? content.map(toNode) : [],
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name] ?? whole
    return String.fromCodePoint(typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16))
  })
}

/** The children that are elements. */
export function elementsIn(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child === 'object')
}

/** The first child element with a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsIn(element).find((child) => child.name === name)
}

/** The first element with a name at any depth, the element itself included. */
export function firstIn(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined || element.name === name) return element
  for (const child of elementsIn(element)) {
    const found = firstIn(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** All words in an element. */
export function wordsIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('')
}
