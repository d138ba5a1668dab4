/**
 * Maximum number of values in a request, counting each item of a list, also of one that is empty. The page sends some
 * thousands; the settings of a report with 50,000 entries have 350,000.
 */
const MAX_VALUES = 400_000

/** The only field of requests that has bytes. They are checked without being taken apart. */
const BYTES_FIELD = 'data'

/**
 * Whether a request consists of what JSON and bytes consist of, and of few enough values to be parsed at once. A schema
 * looks at all keys of what it is given in place of an object, and at all items of a list: ten megabytes of bytes would
 * block the process for seconds, and a list that claims to have four billion items, which costs nothing to send, would
 * end it.
 *
 * @param input untrusted. It may contain itself.
 */
export function isParsable(input: unknown): boolean {
  let left = MAX_VALUES
  const waiting: unknown[] = [input]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    if (ArrayBuffer.isView(value)) {
      left -= value.byteLength
    } else if (Array.isArray(value)) {
      left -= value.length
      if (left >= 0) for (const item of value) waiting.push(item)
    } else if (Object.prototype.toString.call(value) === '[object Object]') {
      // Their values are collected only once it is known that there are not too many.
      left -= Object.keys(value).length
      if (left < 0) return false
      for (const [name, inner] of Object.entries(value)) if (!isBytes(name, inner)) waiting.push(inner)
    } else {
      return false
    }
    if (left < 0) return false
  }
  return true
}

function isBytes(name: string, value: unknown): boolean {
  return name === BYTES_FIELD && value instanceof Uint8Array
}
