import type { WebPictureType } from '../../../shared/pictures.ts'
import type { VipsImage } from './open-vips.ts'

/** An encoded picture. */
export interface Encoded {
  data: Uint8Array
  mediaType: WebPictureType
}

interface Encoding {
  mediaType: WebPictureType
  encode: (image: VipsImage) => Uint8Array
}

const jpeg = (Q: number): Encoding => ({
  mediaType: 'image/jpeg',
  encode: (image) => image.jpegsaveBuffer({ Q, optimize_coding: true, keep: 'none' }),
})
const webp = (Q: number): Encoding => ({
  mediaType: 'image/webp',
  encode: (image) => image.webpsaveBuffer({ Q, effort: 3, keep: 'none' }),
})
const png: Encoding = {
  mediaType: 'image/png',
  encode: (image) => image.pngsaveBuffer({ compression: 8, filter: 'all', keep: 'none' }),
}
/** 256 colours: exact enough for drawings and screenshots, and a fraction of the size. */
const colourTable: Encoding = {
  mediaType: 'image/png',
  encode: (image) => image.pngsaveBuffer({ palette: true, Q: 90, compression: 9, keep: 'none' }),
}

export interface EncodingOrder {
  /** The type of the original. */
  from: string
  types: readonly WebPictureType[]
  /** Maximum size in bytes; `Infinity` to keep as much as possible of the picture. */
  maxBytes: number
}

/**
 * Encodes a picture in the best way that stays below a size; if none does, in the smallest way. A photo becomes a JPEG,
 * a drawing stays a PNG if that is small enough, and nothing loses its transparency.
 *
 * @param image with 8 bits per colour, in sRGB
 */
export function encodeImage(image: VipsImage, order: EncodingOrder): Encoded {
  let smallest: Encoded | null = null
  for (const { mediaType, encode } of encodingsFor(image.hasAlpha(), order)) {
    const data = encode(image)
    if (smallest === null || data.byteLength < smallest.data.byteLength) smallest = { data, mediaType }
    if (data.byteLength <= order.maxBytes) break
  }
  if (smallest === null) throw new Error('The target shows no type that this picture can have.')
  return smallest
}

/** The encodings of a picture that a target shows, in the order in which they are tried. */
function encodingsFor(hasAlpha: boolean, { from, types, maxBytes }: EncodingOrder): Encoding[] {
  const isDrawing = from === 'image/png' || from === 'image/gif'
  const all =
    maxBytes === Infinity
      ? [...(isDrawing || hasAlpha ? [png] : []), ...(from === 'image/webp' ? [webp(92)] : []), jpeg(92)]
      : [
          ...(isDrawing ? [png, colourTable] : []),
          ...(from === 'image/webp' ? [webp(80), webp(60)] : []),
          ...(hasAlpha ? [webp(80), png, colourTable, webp(50)] : [80, 65, 50].map(jpeg)),
        ]
  return all.filter(({ mediaType }) => types.includes(mediaType) && !(hasAlpha && mediaType === 'image/jpeg'))
}
