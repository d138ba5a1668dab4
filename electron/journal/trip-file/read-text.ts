import type { MessageParams } from '../../shared/messages/message-params.ts'
import { MAX_READ_BYTES } from '../disk/open-file.ts'
import { fail, type Failure } from '../../shared/result.ts'

/**
 * Maximum size of a trip file, in bytes: larger than any journal, and smaller than the runtime's maximum string length.
 */
export const MAX_FILE_BYTES = MAX_READ_BYTES

/** What is wrong with the bytes of a file. */
export type Damage = Exclude<MessageParams['failure.trip.damaged']['reason'], 'other'>

export type Reading<T> = { ok: true; value: T } | { ok: false; why: Damage }

/** Parses bytes as JSON in UTF-8, and nothing else. */
export function readJson(bytes: Uint8Array): Reading<{ text: string; json: unknown }> {
  if (bytes.byteLength === 0) return { ok: false, why: 'empty' }
  if (bytes.byteLength > MAX_FILE_BYTES) return { ok: false, why: 'tooLarge' }
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { ok: false, why: 'notText' }
  }
  if (text.startsWith('\uFEFF')) return { ok: false, why: 'byteOrderMark' }
  try {
    const json: unknown = JSON.parse(text)
    return { ok: true, value: { text, json } }
  } catch {
    return { ok: false, why: /^[\s\0]*$/.test(text) ? 'blank' : 'garbled' }
  }
}

/**
 * @param name how messages call the file
 * @param why the reason, or `form` if it is JSON but not a trip
 * @param detail for `form`: the first problem in the file, and where it is
 */
export function damaged(name: string, why: Damage | 'form', detail = ''): { ok: false; error: Failure } {
  return fail('trip.damaged', { name, reason: why === 'form' ? 'other' : why, detail })
}
