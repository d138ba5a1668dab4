/** The orientation of a picture, numbered as in Exif: 1 is as stored, 2 to 8 are rotated, mirrored or both. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const ORIENTATION_TAG = 0x0112
const SHORT = 3
/** Sizes of the value types that programs use for it, in bytes: BYTE, SHORT and LONG. */
const sizes: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 }

/** Reads the orientation from Exif data; returns 1 if there is no orientation, or if the data is damaged. */
export function readOrientation(tiff: Buffer): Orientation {
  try {
    const order = tiff.toString('latin1', 0, 2)
    if (order !== 'II' && order !== 'MM') return 1
    const isLittle = order === 'II'
    const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
    const start = long(4)
    for (let index = 0; index < short(start); index++) {
      const entry = start + 2 + index * 12
      if (short(entry) !== ORIENTATION_TAG) continue
      const size = sizes[short(entry + 2)]
      const value = size === 1 ? tiff.readUInt8(entry + 8) : size === 2 ? short(entry + 8) : long(entry + 8)
      return toOrientation(value)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

/** A number as an orientation; 1 if it is not a valid one. */
export function toOrientation(value: number): Orientation {
  return isOrientation(value) ? value : 1
}

function isOrientation(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8
}

/** Exif data that contains only an orientation. */
export function writeOrientation(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION_TAG, 10)
  tiff.writeUInt16BE(SHORT, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}

const PREFIX = 'Exif\0\0'

/** Removes the name that some formats put before Exif data. */
export function withoutPrefix(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, PREFIX.length) === PREFIX ? exif.subarray(PREFIX.length) : exif
}

/** Adds the name before Exif data. */
export function withPrefix(tiff: Buffer): Buffer {
  return Buffer.concat([Buffer.from(PREFIX, 'latin1'), tiff])
}
