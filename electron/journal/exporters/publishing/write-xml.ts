/** An element of an XML document, with its attributes and its content in the order in which they are written. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  content: readonly (XmlElement | string)[]
  /** Whether its texts are written as CDATA, which keeps markup readable. */
  isCdata: boolean
}

/** An element that contains others, or a text, or nothing. */
export function xml(
  name: string,
  content: string | readonly XmlElement[] = [],
  attributes: XmlElement['attributes'] = {},
): XmlElement {
  return { name, attributes, content: typeof content === 'string' ? [content] : content, isCdata: false }
}

/** An element with a text that is written as CDATA. */
export function cdata(name: string, text: string, attributes: XmlElement['attributes'] = {}): XmlElement {
  return { name, attributes, content: [text], isCdata: true }
}

/** Writes a document in UTF-8, each element in a line of its own. Elements contain either elements or a text. */
export function writeXml(root: XmlElement, comment = ''): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  // Two hyphens would end a comment.
  const said = comment === '' ? '' : `<!--\n${removeForbidden(comment).replaceAll('--', '- -')}\n-->\n`
  return `${head}${said}${write(root, '')}\n`
}

function write({ name, attributes, content, isCdata }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
  const tag = `${indent}<${name}${written.join('')}`
  if (content.length === 0) return `${tag}/>`
  const inside = content.map((one) => {
    if (typeof one !== 'string') return `\n${write(one, `${indent}  `)}`
    return isCdata ? cdataSection(one) : escape(one)
  })
  const isText = content.every((one) => typeof one === 'string')
  return `${tag}>${inside.join('')}${isText ? '' : `\n${indent}`}</${name}>`
}

/** A text as CDATA. The end mark is divided between two sections, because nothing in a section can be escaped. */
function cdataSection(text: string): string {
  return `<![CDATA[${removeForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function escape(text: string): string {
  return removeForbidden(text).replace(/[&<>"\r]/g, (character) => escapes[character] ?? '')
}

/** What XML 1.0 allows in no form, not even as a reference: https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line no-control-regex -- these are the ones
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** A text without the characters that no XML document can contain. */
export function removeForbidden(text: string): string {
  return text.replace(forbidden, '')
}
