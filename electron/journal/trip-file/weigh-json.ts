/** How long it may take to parse a text: `light` takes some milliseconds, and `hopeless` may take for ever. */
export type JsonWeight = 'light' | 'heavy' | 'hopeless'

/** Maximum size of a light text, in bytes. By default no more is looked through: it would take too long as well. */
const MAX_LIGHT_BYTES = 4 * 1024 * 1024
/** Maximum number of values and names, each of which takes about a microsecond to parse and to check. */
const MAX_LIGHT_PARTS = 40_000
/** Nothing that Lanyard writes is nested deeper than ten levels. */
const MAX_DEPTH = 100

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Estimates how long it takes to parse bytes as JSON, without parsing them. The size alone does not tell: a megabyte of
 * brackets takes half a second, and a megabyte of words takes 10 ms.
 *
 * @param maxParts how many values and names are still light
 * @param maxBytes how large a light text can be, in bytes
 */
export function weighJson(bytes: Uint8Array, maxParts = MAX_LIGHT_PARTS, maxBytes = MAX_LIGHT_BYTES): JsonWeight {
  const end = Math.min(bytes.byteLength, maxBytes)
  let [depth, parts] = [0, 0]
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]
    if (byte === quote) at = endOfString(bytes, at + 1)
    else if (byte === comma || byte === colon) parts++
    else if (byte === closeList || byte === closeObject) depth--
    else if (byte === openList || byte === openObject) {
      parts++
      if (++depth > MAX_DEPTH) return 'hopeless'
    }
  }
  return bytes.byteLength > end || parts > maxParts ? 'heavy' : 'light'
}

/** The place of the quote that ends a string. */
function endOfString(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.byteLength && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1
  return at
}
