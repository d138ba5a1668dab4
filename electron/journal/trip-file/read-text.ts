import { fail, type Failure } from '../../shared/result.ts'

/**
 * Maximum size of a trip file, in bytes: larger than any journal, and smaller than the runtime's maximum string length.
 */
export const MAX_FILE_BYTES = 256 * 1024 * 1024

export type Reading<T> = { ok: true; value: T } | { ok: false; why: string }

/** Parses bytes as JSON in UTF-8, and nothing else. `why` completes "The file is damaged: …". */
export function readJson(bytes: Uint8Array): Reading<{ text: string; json: unknown }> {
  if (bytes.byteLength === 0) return { ok: false, why: 'it is empty' }
  if (bytes.byteLength > MAX_FILE_BYTES) return { ok: false, why: 'it is far too large' }
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { ok: false, why: 'it holds bytes that are no text (UTF-8)' }
  }
  if (text.startsWith('\uFEFF')) {
    return {
      ok: false,
      why: 'it begins with a byte order mark, which an editor must have put there; save it as UTF-8 without one',
    }
  }
  try {
    const json: unknown = JSON.parse(text)
    return { ok: true, value: { text, json } }
  } catch {
    return { ok: false, why: /^[\s\0]*$/.test(text) ? 'it holds nothing' : 'it is cut off or garbled (not valid JSON)' }
  }
}

export function damaged(name: string, why: string): { ok: false; error: Failure } {
  return fail(
    'trip.damaged',
    `"${name}" is damaged: ${why}. Lanyard leaves the file as it is. ` +
      'Restore an earlier version of the trip, or put a good copy of the file back.',
  )
}
