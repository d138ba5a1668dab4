/** A programme as text. */
interface DecodedProgramme {
  text: string
  /** Whether nothing says that the encoding is right. */
  isGuessed: boolean
  /** Whether a character takes two bytes at least. */
  isWide: boolean
}

/**
 * Decodes the bytes of a programme: UTF-8, UTF-16, or what its XML declaration says; everything else is read as
 * Windows-1252, in which every byte is a character.
 *
 * @returns `null` if the bytes are not text
 */
export function decodeProgramme(data: Uint8Array): DecodedProgramme | null {
  const utf16 = utf16Of(data)
  if (utf16 !== null) return decoded(data, utf16, false)
  const declared = declaredEncoding(data)
  if (declared !== null) return decoded(data, declared, false)
  // Folding in calendars may part the bytes of one character.
  return decoded(data, 'utf-8', false) ?? decoded(unfold(data), 'utf-8', false) ?? decoded(data, 'windows-1252', true)
}

function decoded(data: Uint8Array, encoding: string, isGuessed: boolean): DecodedProgramme | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(data)
    // No text contains a NUL, and almost every binary file does.
    return text.includes('\0') ? null : { text, isGuessed, isWide: encoding.startsWith('utf-16') }
  } catch {
    return null
  }
}

function utf16Of(data: Uint8Array): string | null {
  const [first, second] = data
  if (first === undefined || second === undefined) return null
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : null
}

function declaredEncoding(data: Uint8Array): string | null {
  const beginning = new TextDecoder('windows-1252').decode(data.subarray(0, 200))
  const [, name = ''] = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(beginning) ?? []
  return name === '' || /^utf-?(8|16)$/i.test(name) ? null : name
}

const [CR, LF, SPACE, TAB] = [0x0d, 0x0a, 0x20, 0x09]

/** Joins the folded lines of a calendar, before its bytes become characters. Other data is returned as it is. */
function unfold(data: Uint8Array): Uint8Array {
  if (!new TextDecoder('windows-1252').decode(data.subarray(0, 200)).includes('BEGIN:VCALENDAR')) return data
  const joined = new Uint8Array(data.length)
  let length = 0
  for (let index = 0; index < data.length; index++) {
    const end = data[index] === CR && data[index + 1] === LF ? index + 1 : index
    const next = data[end + 1]
    if (data[end] === LF && (next === SPACE || next === TAB)) index = end + 1
    else joined[length++] = data[index] ?? 0
  }
  return joined.subarray(0, length)
}
