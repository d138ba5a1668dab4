import type { Photo } from '../../shared/trip.ts'

/**
 * What kind of picture bytes are, by what they begin with; `null` for everything else. SVG and HTML are documents that
 * can run scripts, and no pictures here.
 */
export function pictureType(data: Uint8Array): Photo['mediaType'] | null {
  if (begins(data, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins(data, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const head = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, 32)).toString('latin1')
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp' && ['avif', 'avis'].includes(head.slice(8, 12))) return 'image/avif'
  return null
}

function begins(data: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => data[index] === byte)
}
