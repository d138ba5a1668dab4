/**
 * Reads bytes as text: UTF-8, or UTF-16 where it begins with the mark that says so. Line ends become LF.
 *
 * @returns `null` where the bytes are no text
 */
export function decodeText(data: Uint8Array): string | null {
  const text = decode(data)
  // A NUL is in no text that somebody wrote, and in almost everything else.
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
