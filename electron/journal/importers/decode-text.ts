/**
 * Decodes bytes as UTF-8, or as UTF-16 if they begin with a byte order mark. Line ends become LF.
 *
 * @returns `null` if the bytes are not text
 */
export function decodeText(data: Uint8Array): string | null {
  const text = decode(data)
  // No text contains a NUL, and almost every binary file does.
  if (text === null || text.includes('\0')) return null
  return text.replace(/\r\n?/g, '\n')
}

function decode(data: Uint8Array): string | null {
  const encoding =
    data[0] === 0xff && data[1] === 0xfe ? 'utf-16le' : data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data)
  } catch {
    return null
  }
}
