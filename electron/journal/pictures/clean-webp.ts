import { type Orientation, readOrientation, withoutPrefix, writeOrientation } from './orientation.ts'

const HEADER_LENGTH = 12
/** Length of the header of a frame, which says where and how long it is shown, before its chunks. */
const FRAME_HEADER_LENGTH = 16
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

const imageChunks: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF'])
const otherChunks: ReadonlySet<string> = new Set(['VP8X', 'ICCP', 'ANIM', 'ALPH'])

/**
 * Reduces a WebP to its visible content: Exif data, XMP and non-standard chunks are removed. The colour profile and the
 * orientation stay.
 *
 * @returns `null` if it cannot be parsed
 */
export function cleanWebp(data: Buffer): Buffer | null {
  const end = Math.min(data.length, 8 + data.readUInt32LE(4))
  const chunks = readChunks(data.subarray(HEADER_LENGTH, end))
  if (chunks === null || !chunks.some(({ type }) => imageChunks.has(type))) return null
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif === undefined ? 1 : readOrientation(withoutPrefix(exif.payload))
  const parts: Buffer[] = []
  for (const chunk of chunks) {
    if (chunk.type === 'VP8X') parts.push(writeChunk('VP8X', withFlags(chunk.payload, orientation)))
    else if (chunk.type === 'ANMF') {
      const frame = cleanFrame(chunk.payload)
      if (frame === null) return null
      parts.push(writeChunk('ANMF', frame))
    } else if (imageChunks.has(chunk.type) || otherChunks.has(chunk.type)) {
      parts.push(writeChunk(chunk.type, chunk.payload))
    }
  }
  if (orientation !== 1) parts.push(writeChunk('EXIF', writeOrientation(orientation)))
  const body = Buffer.concat(parts)
  const head = Buffer.from(data.subarray(0, HEADER_LENGTH))
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}

interface Chunk {
  type: string
  payload: Buffer
}

function readChunks(data: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 0; at + 8 <= data.length;) {
    const length = data.readUInt32LE(at + 4)
    if (at + 8 + length > data.length) return null
    chunks.push({ type: data.toString('latin1', at, at + 4), payload: data.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function writeChunk(type: string, payload: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(payload.length, 4)
  return Buffer.concat([head, payload, Buffer.alloc(payload.length % 2)])
}

/** Sets the flags to what the file contains now: no XMP, and Exif data only for an orientation. */
function withFlags(payload: Buffer, orientation: Orientation): Buffer {
  const flags = Buffer.from(payload)
  const others = flags.readUInt8(0) & ~(HAS_EXIF | HAS_XMP)
  flags.writeUInt8(orientation === 1 ? others : others | HAS_EXIF, 0)
  return flags
}

function cleanFrame(payload: Buffer): Buffer | null {
  const chunks = readChunks(payload.subarray(FRAME_HEADER_LENGTH))
  if (chunks === null) return null
  const kept = chunks.filter(({ type }) => type === 'ALPH' || type === 'VP8 ' || type === 'VP8L')
  const parts = kept.map(({ type, payload: inside }) => writeChunk(type, inside))
  return Buffer.concat([payload.subarray(0, FRAME_HEADER_LENGTH), ...parts])
}
