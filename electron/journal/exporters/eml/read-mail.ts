import { mapNodes } from '../../markdown/map-nodes.ts'
import { decodeText, encodeText, type ReadPost, type TextFiles } from '../exporter.ts'
import { contentAddress, readPage } from '../read-page.ts'

/** The names of the parts of a mail, once it is unpacked. Pictures have their content ids, as `cid:…`. */
const SUBJECT = 'subject'
export const TEXT = 'text/plain'
const HTML = 'text/html'

/** Unpacks a mail that we wrote: its subject, its texts in UTF-8 with plain line breaks, and its pictures. */
export function mailParts(files: TextFiles): TextFiles {
  const [data = new Uint8Array()] = files.values()
  const mail = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
  const parts = new Map<string, Uint8Array>()
  parts.set(SUBJECT, encodeText(decodeWords(readHead(mail).headers.get('subject') ?? '')))
  addParts(mail, parts)
  return parts
}

export function readMail(parts: TextFiles): ReadPost {
  const { tree, meta } = readPage(parts.get(HTML) ?? new Uint8Array())
  const pictures = mapNodes(tree, (node) => {
    if (node.type !== 'image') return node
    const picture = node.url.startsWith('cid:') ? parts.get(node.url) : undefined
    return picture === undefined ? node : { ...node, url: contentAddress(picture) }
  })
  return { tree: pictures, meta: { ...meta, title: decodeText(parts.get(SUBJECT) ?? new Uint8Array()) } }
}

interface Head {
  /** By name in lower case, unfolded. */
  headers: ReadonlyMap<string, string>
  body: string
}

/** @param part bytes as Latin-1 */
function readHead(part: string): Head {
  const end = part.indexOf('\r\n\r\n')
  const head = end < 0 ? part : part.slice(0, end)
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { headers: new Map(headers), body: end < 0 ? '' : part.slice(end + 4) }
}

function addParts(part: string, parts: Map<string, Uint8Array>): void {
  const { headers, body } = readHead(part)
  const type = headers.get('content-type') ?? ''
  const [, boundary] = /boundary="?([^";]+)/.exec(type) ?? []
  if (boundary !== undefined) {
    const inside = `\r\n${body}`.split(`\r\n--${boundary}`)
    // Nothing is written before the first part, and the last mark ends the whole.
    for (const one of inside.slice(1, -1)) addParts(one.replace(/^\r\n/, ''), parts)
    return
  }
  const [, cid] = /^<(.*)>$/.exec(headers.get('content-id') ?? '') ?? []
  const bytes = decodeBody(body, headers.get('content-transfer-encoding') ?? '')
  const [name = ''] = type.split(';')
  parts.set(cid === undefined ? name : `cid:${cid}`, cid === undefined ? plainLines(bytes) : bytes)
}

function decodeBody(body: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return new Uint8Array(Buffer.from(body, 'base64'))
    case 'quoted-printable':
      return new Uint8Array(Buffer.from(decodeQuoted(body), 'latin1'))
    default:
      return new Uint8Array(Buffer.from(body, 'latin1'))
  }
}

function decodeQuoted(body: string): string {
  return body
    .replaceAll(/[ \t]*=\r\n/g, (soft) => soft.slice(0, -3))
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function plainLines(text: Uint8Array): Uint8Array {
  return encodeText(decodeText(text).replaceAll('\r\n', '\n'))
}

const word = /=\?UTF-8\?([BQ])\?([^?]*)\?=/gi

/** Decodes the words of a header that are not ASCII, as RFC 2047 has them. */
function decodeWords(header: string): string {
  const joined = header.replaceAll(/(\?=)\s+(?==\?)/g, '$1')
  return joined.replaceAll(word, (_, kind: string, words: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(words, 'base64').toString('utf8')
      : Buffer.from(decodeQuoted(words.replaceAll('_', ' ')), 'latin1').toString('utf8'),
  )
}
