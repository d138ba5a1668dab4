import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Fields, fieldsOf, isFields, listOf } from './json-fields.ts'

/*
 * Reads XML as plain data: an element is an object of its attributes (`@name`), its children (lists by name, without
 * namespace prefixes) and its text (`#text`).
 */

const TEXT = '#text'
const CDATA = '#cdata'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: TEXT,
  cdataPropName: CDATA,
  alwaysCreateTextNode: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // References are resolved below: only those that need no declaration, each once.
  processEntities: false,
  trimValues: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/** The name of a text's first element without its prefix, in lower case; empty if the text is not XML. */
export function rootName(text: string): string {
  const [, name = ''] = /^<(?:[\w-]+:)?([a-z][\w-]*)/i.exec(text.slice(skipProlog(text).end)) ?? []
  return name.toLowerCase()
}

/**
 * Parses XML. A document type is refused: its entities can make gigabytes of a few lines, or name files of this computer.
 */
export function parseXml(text: string): Result<Fields> {
  const { end, doctype } = skipProlog(text)
  if (doctype !== '') return fail('programme.xml-doctype')
  const content = text.slice(end)
  try {
    // The parser itself accepts a file that is cut off.
    if (XMLValidator.validate(content, { allowBooleanAttributes: true }) !== true) return fail('programme.xml-damaged')
    return ok(fieldsOf(parser.parse(content)))
  } catch {
    return fail('programme.xml-damaged')
  }
}

/** The name of the document type that is declared before the first element, in lower case, if any; otherwise empty. */
export function doctypeOf(text: string): string {
  return skipProlog(text).doctype
}

/** Where the first element begins, and which document type is declared before it. */
function skipProlog(text: string): { end: number; doctype: string } {
  let end = 0
  for (;;) {
    while (/\s|\ufeff/.test(text.charAt(end))) end++
    const rest = text.slice(end, end + 100)
    const [, doctype = ''] = /^<!DOCTYPE\s+([\w:.-]+)/i.exec(rest) ?? []
    // What follows is not read.
    if (doctype !== '') return { end: text.length, doctype: doctype.toLowerCase() }
    const closing = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : ''
    const closed = closing === '' ? -1 : text.indexOf(closing, end)
    if (closed < 0) return { end, doctype }
    end = closed + closing.length
  }
}

/** The children with a name, and their children in turn. */
export function childrenOf(element: Fields, ...path: readonly string[]): readonly Fields[] {
  return path.reduce<readonly Fields[]>(
    (elements, name) =>
      elements.flatMap((one) => listOf(one[name]).map((child) => (isFields(child) ? child : { [TEXT]: child }))),
    [element],
  )
}

/** The text of an element itself. */
export function textOf(element: Fields | undefined): string {
  if (element === undefined) return ''
  const text = element[TEXT]
  return (typeof text === 'string' ? decode(text) : '') + listOf(element[CDATA]).map(cdataOf).join('')
}

function cdataOf(section: unknown): string {
  if (typeof section === 'string') return section
  const text = fieldsOf(section)[TEXT]
  return typeof text === 'string' ? text : ''
}

/** The first child of one of these names that has a text, as that text. */
export function childText(element: Fields, ...names: readonly string[]): string {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim()
      if (text !== '') return text
    }
  }
  return ''
}

export function attributeOf(element: Fields, name: string): string {
  const value = element[`@${name}`]
  return typeof value === 'string' ? decode(value).trim() : ''
}

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Decodes what XML defines itself; the names of HTML are left for where HTML is converted. */
function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
