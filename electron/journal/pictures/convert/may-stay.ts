import { pictureType } from '../../../shared/pictures.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type PictureWish, type PreparedPicture, WEB_BYTES, WEB_SIDE } from './picture-wish.ts'

/** Maximum length of what precedes the pixels of a PNG that is looked at here. */
const HEAD_BYTES = 4096

/**
 * Recognizes a small PNG that needs no conversion by its first bytes, as most drawings and screenshots are, so that no
 * decoder has to be started for it.
 *
 * @returns `null` if a decoder has to look at the picture
 */
export function mayStay(data: Uint8Array, { support }: PictureWish): Result<PreparedPicture> | null {
  if (pictureType(data) !== 'image/png' || !support.types.includes('image/png')) return null
  const head = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, HEAD_BYTES))
  const pixels = head.indexOf('IDAT')
  if (pixels < 24 || data.byteLength > WEB_BYTES) return null
  const before = head.subarray(0, pixels)
  if (before.includes('eXIf') || before.includes('acTL') || (before.includes('iCCP') && !support.readsMetadata))
    return null
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)]
  if (Math.max(width, height) > WEB_SIDE || (support.copyWidths ?? []).some((copy) => copy < width)) return null
  return ok({ data: null, mediaType: 'image/png', width, height, copies: [] })
}
