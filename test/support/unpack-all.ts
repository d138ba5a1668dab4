import { inflateRawSync, inflateSync } from 'node:zlib'

/*
 * Everything that is inside of exported bytes, in every container and encoding that a target uses. A search for what must
 * not leave looks through all of it. It knows nothing of how the targets write: it takes what it finds.
 */

/** Maximum depth of containers in containers. */
const MAX_DEPTH = 4

/** The bytes themselves, and those of everything that is packed or encoded in them. */
export function unpackAll(data: Buffer, depth = 0): Buffer[] {
  if (depth >= MAX_DEPTH) return [data]
  const inside = [...zipEntries(data), ...streams(data), ...base64In(data), ...quotedIn(data), ...referencesIn(data)]
  return [data, ...inside.flatMap((part) => unpackAll(part, depth + 1))]
}

/** The files in a zip, by their local headers: those that its directory does not list are found too. */
function zipEntries(data: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = data.indexOf('PK\x03\x04', 0, 'latin1'); at >= 0; at = data.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    if (at + 30 > data.length) break
    const start = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28)
    const isPacked = data.readUInt16LE(at + 8) === 8
    const size = data.readUInt32LE(at + 18)
    if (isPacked) found.push(...attempt(() => inflateRawSync(data.subarray(start))))
    else found.push(data.subarray(start, start + size))
  }
  return found
}

/** The streams of a PDF. */
function streams(data: Buffer): Buffer[] {
  if (!data.subarray(0, 5).equals(Buffer.from('%PDF-'))) return []
  const found: Buffer[] = []
  for (let at = data.indexOf('stream'); at >= 0; at = data.indexOf('stream', at + 6)) {
    if (data.toString('latin1', at - 3, at) === 'end') continue
    const start = data.indexOf('\n', at) + 1
    found.push(...attempt(() => inflateSync(data.subarray(start))))
  }
  return found
}

function attempt(inflate: () => Buffer): Buffer[] {
  try {
    return [inflate()]
  } catch {
    return []
  }
}

/** Long runs of Base64, with the line breaks that mails have in them. */
function base64In(data: Buffer): Buffer[] {
  const text = data.toString('latin1')
  return Array.from(text.matchAll(/(?:[A-Za-z0-9+/]{4}(?:\r?\n)?){4,}(?:[A-Za-z0-9+/]{2,3}={0,2})?/g), ([run]) =>
    Buffer.from(run, 'base64'),
  ).filter(({ length }) => length > 0)
}

/** A text without the marks of quoted-printable, if it has any. */
function quotedIn(data: Buffer): Buffer[] {
  const text = data.toString('latin1')
  if (!/=(?:\r?\n|[0-9A-F]{2})/.test(text)) return []
  const plain = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return [Buffer.from(plain, 'latin1')]
}

/** A text with the characters that were written as escapes or references. */
function referencesIn(data: Buffer): Buffer[] {
  const text = data.toString('latin1')
  if (!/&#x?[0-9a-f]+;|\\u[0-9a-f]{4}/i.test(text)) return []
  const plain = Buffer.from(data)
    .toString('utf8')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex: string) => signOf(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, decimal: string) => signOf(Number(decimal)))
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => signOf(Number.parseInt(hex, 16)))
  return [Buffer.from(plain)]
}

function signOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
