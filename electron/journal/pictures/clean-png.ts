import { crc32 } from 'node:zlib'
import { type Orientation, readOrientation, withoutPrefix, writeOrientation } from './orientation.ts'

const SIGNATURE_LENGTH = 8

/**
 * What determines how a picture or an animation looks: critical chunks, transparency, colours, physical size, frames.
 */
const kept: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS bKGD pHYs sBIT hIST cHRM gAMA iCCP sRGB cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
)

/**
 * Reduces a PNG to its visible content: texts, times, Exif data, private chunks and anything after its end are removed.
 * The orientation stays.
 *
 * @returns `null` if it cannot be parsed
 */
export function cleanPng(data: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  let orientation: Orientation = 1
  let firstData = -1
  for (let at = SIGNATURE_LENGTH; at < data.length;) {
    const length = data.readUInt32BE(at)
    const type = data.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    // A truncated picture is shown as far as it goes.
    if (end > data.length && type !== 'IDAT') break
    if (type === 'IDAT' && firstData < 0) firstData = chunks.length
    if (kept.has(type)) chunks.push(data.subarray(at, end))
    else if (type === 'eXIf') orientation = readOrientation(withoutPrefix(data.subarray(at + 8, at + 8 + length)))
    // A reader must not show a picture with an unknown critical chunk.
    else if (!/^[a-z]/.test(type)) return null
    if (type === 'IEND') break
    at = end
  }
  if (firstData < 0) return null
  if (orientation !== 1) chunks.splice(firstData, 0, chunk('eXIf', writeOrientation(orientation)))
  return Buffer.concat([data.subarray(0, SIGNATURE_LENGTH), ...chunks])
}

function chunk(type: string, payload: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), payload])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(payload.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
