import { crc32 } from 'node:zlib'

/** Bytes with their CRC-32, and what is needed to append them to others without reading the others again. */
export interface Summed {
  readonly bytes: Uint8Array
  readonly checksum: number
  readonly shift: number
}

export function summed(bytes: Uint8Array): Summed {
  return { bytes, checksum: crc32(bytes), shift: shiftOver(bytes.byteLength) }
}

/**
 * The CRC-32 of two concatenated byte sequences, from their separate checksums: some 40 steps, regardless of their
 * length.
 */
export function appendChecksum(before: number, { checksum, shift }: Summed): number {
  return (multiply(shift, before) ^ checksum) >>> 0
}

/*
 * A CRC is the remainder of a polynomial division over GF(2), so appending n bytes multiplies it by x^8n modulo the
 * polynomial and adds the CRC of the appended bytes. As in zlib's crc32_combine; bits are reflected: the highest one
 * stands for x^0.
 */
const POLYNOMIAL = 0xedb88320

function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= b
    b = b & 1 ? (b >>> 1) ^ POLYNOMIAL : b >>> 1
  }
  return product >>> 0
}

/** x^(8 · length) modulo the polynomial. */
function shiftOver(length: number): number {
  let power = 1 << 31
  let square = 1 << 23
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = multiply(square, power)
    square = multiply(square, square)
  }
  return power >>> 0
}
