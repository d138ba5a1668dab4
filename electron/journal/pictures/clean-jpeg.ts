import { type Orientation, readOrientation, withoutPrefix, withPrefix, writeOrientation } from './orientation.ts'

const START = 0xd8
const END = 0xd9
const START_OF_SCAN = 0xda
const COMMENT = 0xfe
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
/** Length of a JFIF header without its thumbnail. */
const JFIF_LENGTH = 14

/**
 * Reduces a JPEG to its visible content: its scans and tables, the colour profile, Adobe's colour transform marker, and
 * the orientation. Thumbnails, additional images after the first and everything else are removed.
 *
 * @returns `null` if it cannot be parsed
 */
export function cleanJpeg(data: Buffer): Buffer | null {
  const head: Buffer[] = [data.subarray(0, 2)]
  const body: Buffer[] = []
  let orientation: Orientation = 1
  let hasScan = false
  let at = 2
  while (at < data.length) {
    const marker = nextMarker(data, at)
    if (marker === null || marker.code === START) return hasScan ? finish() : null
    if (marker.code === END) {
      body.push(data.subarray(marker.end - 2, marker.end))
      return hasScan ? finish() : null
    }
    if (isBare(marker.code)) {
      at = marker.end
      continue
    }
    const length = data.readUInt16BE(marker.end)
    const payload = data.subarray(marker.end + 2, marker.end + length)
    if (length < 2 || marker.end + length > data.length) return null
    const segment = data.subarray(marker.end - 2, marker.end + length)
    at = marker.end + length
    if (marker.code === START_OF_SCAN) {
      const end = endOfScan(data, at)
      body.push(segment, data.subarray(at, end))
      hasScan = true
      at = end
    } else if (marker.code === APP0) {
      if (startsWith(payload, 'JFIF\0') && head.length === 1) head.push(withoutThumbnail(segment))
    } else if (marker.code === APP1) {
      if (startsWith(payload, 'Exif\0') && orientation === 1) orientation = readOrientation(withoutPrefix(payload))
    } else if (isKept(marker.code, payload)) {
      body.push(segment)
    }
  }
  return hasScan ? finish() : null

  function finish(): Buffer {
    if (orientation !== 1) head.push(app1(withPrefix(writeOrientation(orientation))))
    return Buffer.concat([...head, ...body])
  }
}

function isKept(code: number, payload: Buffer): boolean {
  if (code === APP2) return startsWith(payload, 'ICC_PROFILE\0')
  if (code === APP14) return startsWith(payload, 'Adobe')
  // Keeps tables, frames and intervals; reserved markers carry nothing that a reader needs.
  return code !== COMMENT && !(code >= APP0 && code <= APP15)
}

/** The next marker after any fill bytes; `null` if something else follows. */
function nextMarker(data: Buffer, at: number): { code: number; end: number } | null {
  if (data[at] !== 0xff) return null
  let next = at
  while (data[next] === 0xff) next++
  const code = data[next]
  return code === undefined || code === 0 ? null : { code, end: next + 1 }
}

/** Whether a marker has no length. */
function isBare(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd7)
}

/** The end of a scan's coded data: before a marker that is neither a stuffed byte nor a restart. */
function endOfScan(data: Buffer, start: number): number {
  for (let at = data.indexOf(0xff, start); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return data.length
}

function withoutThumbnail(segment: Buffer): Buffer {
  const header = Buffer.from(segment.subarray(0, 4 + JFIF_LENGTH))
  header.writeUInt16BE(2 + JFIF_LENGTH, 2)
  header.writeUInt16BE(0, 2 + JFIF_LENGTH)
  return header
}

function app1(payload: Buffer): Buffer {
  const head = Buffer.from([0xff, APP1, 0, 0])
  head.writeUInt16BE(2 + payload.length, 2)
  return Buffer.concat([head, payload])
}

function startsWith(payload: Buffer, name: string): boolean {
  return payload.toString('latin1', 0, name.length) === name
}
