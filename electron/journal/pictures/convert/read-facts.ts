import { type Orientation, toOrientation } from '../orientation.ts'
import { openImage, type VipsModule, type VipsType } from './open-vips.ts'

/** What the header of a picture says. */
export interface PictureFacts {
  /** As stored, in pixels. */
  width: number
  height: number
  /** How it has to be turned. */
  orientation: Orientation
  /** Whether its file has a colour profile. */
  hasProfile: boolean
  isAnimated: boolean
  /** Number of frames that have to be decoded. */
  frames: number
}

/**
 * Reads the header of a picture.
 *
 * @throws a C++ exception if it is damaged
 */
export function readFacts(vips: VipsModule, data: Uint8Array, type: VipsType): PictureFacts {
  const image = openImage(vips, data, type)
  const has = (name: string) => image.getTypeof(name) !== 0
  const pages = has('n-pages') ? image.getInt('n-pages') : 1
  const isAnimation = type === 'image/gif' || type === 'image/webp'
  return {
    width: image.width,
    height: image.height,
    orientation: toOrientation(has('orientation') ? image.getInt('orientation') : 1),
    hasProfile: has('icc-profile-data'),
    isAnimated:
      (isAnimation && pages > 1) || (type === 'image/png' && isAnimatedPng(data)) || isAvifSequence(data, type),
    frames: isAnimation ? pages : 1,
  }
}

/** The chunk that makes a PNG an animation comes before its pixels. Readers that do not know it show the first frame. */
function isAnimatedPng(data: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const pixels = bytes.indexOf('IDAT')
  const animation = bytes.subarray(0, pixels < 0 ? bytes.length : pixels).indexOf('acTL')
  return animation >= 0
}

function isAvifSequence(data: Uint8Array, type: VipsType): boolean {
  return type === 'image/avif' && Buffer.from(data.subarray(8, 12)).toString('latin1') === 'avis'
}
