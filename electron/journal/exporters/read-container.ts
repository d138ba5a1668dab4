import { crc32, inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** Length of the record at the end of a zip without a comment, which our own zips are. In bytes. */
const END_LENGTH = 22

/**
 * Unpacks a zip that an exporter has just written, to read it back. Zips from elsewhere are read by
 * `archive/read-zip.ts`, which trusts nothing in them. Everything is in memory at once.
 *
 * @returns the files by path; `null` if the zip is damaged
 */
export function unpackContainer(data: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  try {
    const end = bytes.length - END_LENGTH
    if (end < 0 || bytes.readUInt32LE(end) !== END) return null
    const files = new Map<string, Uint8Array>()
    let at = bytes.readUInt32LE(end + 16)
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== ENTRY) return null
      const nameLength = bytes.readUInt16LE(at + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      const content = readEntry(bytes, at)
      if (content === null) return null
      files.set(name, content)
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return files
  } catch {
    // Offsets lead out of the file, or the compressed data is damaged.
    return null
  }
}

function readEntry(bytes: Buffer, at: number): Uint8Array | null {
  const method = bytes.readUInt16LE(at + 10)
  const packedSize = bytes.readUInt32LE(at + 20)
  const size = bytes.readUInt32LE(at + 24)
  const local = bytes.readUInt32LE(at + 42)
  if (bytes.readUInt32LE(local) !== LOCAL) return null
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + packedSize)
  const content = method === 0 ? packed : method === 8 ? inflateRawSync(packed, { maxOutputLength: size || 1 }) : null
  return content?.length === size && crc32(content) === bytes.readUInt32LE(at + 16) ? content : null
}
