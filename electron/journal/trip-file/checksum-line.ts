import { crc32 } from 'node:zlib'

const pattern = /"crc32:([0-9a-f]{8})"/

/** The first line of a file, which contains the checksum of all lines after it. Its length is constant. */
export function checksumLine(checksum: number): string {
  return `{\n  "checksum": "crc32:${checksum.toString(16).padStart(8, '0')}",\n`
}

/**
 * Whether a file's checksum is that of the bytes after its first line.
 *
 * @param text the bytes as text
 */
export function isIntact(bytes: Uint8Array, text: string): boolean {
  const checksum = pattern.exec(text)?.[1]
  if (checksum === undefined) return false
  const line = checksumLine(Number.parseInt(checksum, 16))
  // The line is plain ASCII, so its byte length is its character length.
  return text.startsWith(line) && crc32(bytes.subarray(line.length)) === Number.parseInt(checksum, 16)
}
