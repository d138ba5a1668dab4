import { fail, type Result } from '../../../shared/result.ts'

/** Maximum number of pixels of a picture that is decoded: more than phones take, which is 200 megapixels. */
export const MAX_PIXELS = 256_000_000
/** In millions, for messages. */
const MAX_MEGAPIXELS = MAX_PIXELS / 1_000_000

/**
 * Refuses a picture by what its header says, before anything is decoded: a few kilobytes can claim to be gigabytes.
 *
 * @returns `null` if it can be decoded
 */
export function refuseHuge(width: number, height: number): Result<never> | null {
  return width * height <= MAX_PIXELS ? null : fail('picture.too-many-pixels', { limit: MAX_MEGAPIXELS })
}
