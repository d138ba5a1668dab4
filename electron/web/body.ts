import type { IncomingMessage } from 'node:http'
import { weighJson } from '../journal/trip-file/weigh-json.ts'

/** Maximum number of values and names in a request. The page sends some thousands at most. */
const MAX_PARTS = 200_000

/**
 * Reads a request's JSON. Bytes, written as `{"$bytes": "<base64>"}`, become a `Uint8Array`.
 *
 * @param limit in bytes
 * @returns `null` if the body is larger, is not JSON, or is so nested or divided that parsing it would take long
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
  const body = Buffer.concat(chunks)
  if (weighJson(body, MAX_PARTS, limit) !== 'light') return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return { value: restoreBytes(value) }
  } catch {
    return null
  }
}

/** Replaces encoded bytes in place. A callback of `JSON.parse` would take twenty times as long as parsing. */
function restoreBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value && typeof value.$bytes === 'string') return new Uint8Array(Buffer.from(value.$bytes, 'base64'))
  // A name such as `__proto__` is an ordinary one in parsed JSON, and only a definition keeps it so.
  for (const [name, inner] of Object.entries(value)) {
    const restored = restoreBytes(inner)
    if (restored !== inner) Object.defineProperty(value, name, { value: restored })
  }
  return value
}
