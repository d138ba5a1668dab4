import { type PictureMediaType, pictureType } from '../../shared/pictures.ts'
import { cleanAvif } from './clean-avif.ts'
import { cleanGif } from './clean-gif.ts'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'

const cleaners: Record<PictureMediaType, (data: Buffer) => Buffer | null> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
  'image/avif': cleanAvif,
}

/**
 * A picture that can be given away: what it looks like, its colour profile and which way up it is, and nothing else.
 * Positions, serial numbers, names, times, thumbnails and comments are gone. Its pixels are not decoded, so they stay
 * the same to the bit. Cleaning a clean picture changes nothing.
 *
 * @returns `null` if the bytes cannot be understood, so that nobody can say what is in them
 */
export function cleanPicture(data: Uint8Array): Uint8Array | null {
  const type = pictureType(data)
  if (type === null) return null
  try {
    const cleaned = cleaners[type](Buffer.from(data.buffer, data.byteOffset, data.byteLength))
    // Memory of its own, which can be handed to another thread.
    return cleaned === null ? null : new Uint8Array(cleaned)
  } catch (error) {
    // Where a length or an offset leads out of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}
