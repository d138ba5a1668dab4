import { createHash } from 'node:crypto'

/** The SHA-256 of a file, in hexadecimal: by it, what an export wrote is known again. */
export function hashOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
