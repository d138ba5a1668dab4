import { isWebPicture, pictureType, type WebPictureType } from '../../shared/pictures.ts'
import { cleanAvif } from './clean-avif.ts'
import { cleanGif } from './clean-gif.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'

const cleaners: Record<WebPictureType, (data: Buffer) => Buffer | null> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
  'image/avif': cleanAvif,
}

/**
 * Makes a picture safe to share: only its visible content, colour profile and orientation are kept. Positions, serial
 * numbers, names, times, thumbnails and comments are removed. The pixels are not decoded, so they stay identical.
 * Cleaning a clean picture changes nothing.
 *
 * @returns `null` if the bytes cannot be parsed, so that their content is unknown, or if they are of a type that no target
 *   shows: such pictures leave converted
 */
export function cleanPicture(data: Uint8Array): Uint8Array | null {
  const type = pictureType(data)
  if (type === null || !isWebPicture(type)) return null
  try {
    const cleaned = cleaners[type](Buffer.from(data.buffer, data.byteOffset, data.byteLength))
    // A separate buffer, which can be transferred to another thread.
    return cleaned === null ? null : new Uint8Array(cleaned)
  } catch (error) {
    // A length or an offset points outside the file.
    if (error instanceof RangeError) return null
    throw error
  }
}
