import { removeControls } from '../../../shared/invisible-characters.ts'
import { encodeText } from '../exporter.ts'

/** A piece of XML. Only this file makes it, so all texts in it are escaped. */
export interface Xml {
  readonly xml: string
}

/** Text or pieces of XML; `null` for nothing. */
export type XmlContent = string | Xml | null | readonly XmlContent[]
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** An element. Attributes without a value are left out. */
export function tag(name: string, attributes: XmlAttributes = {}, ...content: XmlContent[]): Xml {
  let start = `<${name}`
  for (const key of Object.keys(attributes)) {
    const value = attributes[key]
    if (value !== undefined) start += ` ${key}="${escapeAttribute(String(value))}"`
  }
  const inside = join(content)
  return { xml: inside === '' ? `${start}/>` : `${start}>${inside}</${name}>` }
}

/** A file in UTF-8 with this root element. */
export function xmlFile(root: Xml): Uint8Array {
  return encodeText(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}\n`)
}

function join(content: XmlContent): string {
  if (content === null) return ''
  if (typeof content === 'string') return escapeText(content)
  if ('xml' in content) return content.xml
  let all = ''
  for (const part of content) all += join(part)
  return all
}

/** Characters that XML does not allow, even as references. */
const illegal = /\p{Surrogate}|[\uFFFE\uFFFF]/gu

/** A text without characters that XML does not allow, and without those that programs obey instead of showing them. */
export function xmlText(text: string): string {
  // Nearly all texts have none of them.
  return /^[ -~\n\t]*$/.test(text) ? text : removeControls(text).replaceAll(illegal, '\uFFFD')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeText(text: string): string {
  return xmlText(text).replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)
}

/** Parsers replace line breaks and tabs in attributes with spaces, unless they are written as references. */
function escapeAttribute(text: string): string {
  return xmlText(text).replaceAll(/[&<>"\n\t]/g, (sign) => escapes[sign] ?? `&#${sign.charCodeAt(0)};`)
}
