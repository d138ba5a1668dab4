import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'

/** So much is done at a time, in a millisecond or a few. */
const PIECE = 1024 * 1024

/** The hexadecimal SHA-256 of bytes, in steps: what somebody types meanwhile is saved without delay. */
export async function hashSlowly(data: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let start = 0; start < data.byteLength; start += PIECE) {
    hash.update(data.subarray(start, start + PIECE))
    await breathe()
  }
  return hash.digest('hex')
}
