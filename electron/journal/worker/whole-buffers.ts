/** No message to or from a thread is nested deeper than a list of files. */
const MAX_DEPTH = 4

/**
 * The buffers of all bytes in a value, so that they can be transferred to another thread instead of being copied. Bytes
 * that are part of a larger buffer are left out, and are copied.
 */
export function wholeBuffers(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const look = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || depth > MAX_DEPTH) return
    if (part instanceof Uint8Array) {
      const { buffer, byteLength } = part
      if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) found.add(buffer)
      return
    }
    for (const inner of part instanceof Map ? part.values() : Object.values(part)) look(inner, depth + 1)
  }
  look(value, 0)
  return [...found]
}
