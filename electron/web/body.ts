import type { IncomingMessage } from 'node:http'

/**
 * Reads a request's JSON. Bytes, written as `{"$bytes": "<base64>"}`, become a `Uint8Array`.
 *
 * @param limit in bytes
 * @returns `null` if the body is larger or is not JSON
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<{ value: unknown } | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    // The rest of an oversized body is read and dropped: browsers treat an earlier response as a broken connection.
    if (size <= limit) chunks.push(chunk)
  }
  if (size > limit) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { value: JSON.parse(text, (_, value: unknown) => bytesOf(value) ?? value) }
  } catch {
    return null
  }
}

function bytesOf(value: unknown): Uint8Array | null {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return null
  return typeof value.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : null
}
