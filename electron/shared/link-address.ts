/**
 * The only schemes that are passed to the system. Others could start programs or open files: `file:`, `smb:`, `ms-…:`.
 */
const schemes: ReadonlySet<string> = new Set(['https:', 'mailto:'])

/** What a link may fill in of a mail. Some mail programs also understand `attach`, which sends one of the user's files. */
const mailFields: ReadonlySet<string> = new Set(['subject', 'body', 'cc'])

/**
 * The address that is opened for a link, in its parsed form, so that the system cannot parse it differently.
 *
 * @returns `null` if links like this one are not opened
 */
export function linkAddress(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null
  if (url === null || !schemes.has(url.protocol)) return null
  return url.protocol === 'mailto:' ? mailAddress(url) : url.href
}

function mailAddress({ pathname, search }: URL): string | null {
  const recipients = decode(pathname)
  if (recipients === null) return null
  const fields = search
    .slice(1)
    .split('&')
    .flatMap((field) => {
      const [rawName = '', ...rest] = field.split('=')
      const [name, value] = [decode(rawName)?.toLowerCase(), decode(rest.join('='))]
      if (name === undefined || value === null || !mailFields.has(name)) return []
      // Only the body has lines. A line break elsewhere could begin another header.
      return [`${name}=${encode(name === 'body' ? value : inOneLine(value))}`]
    })
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`
  return `mailto:${encode(inOneLine(recipients)).replaceAll('%40', '@').replaceAll('%2C', ',')}${query}`
}

// oxlint-disable-next-line no-control-regex -- these are the characters to replace
const inOneLine = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')

/** Unlike `encodeURIComponent`, this also encodes what shells and mail programs take for quotation marks. */
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Decodes percent signs. In a mail's address a plus sign is a plus sign. Returns `null` if they make no text. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Longer ones are hardly copied to be linked to. */
const MAX_COPIED = 2000

/** The address of a web page that a text consists of; `null` if it is anything else. */
export function copiedAddress(text: string): string | null {
  if (text.length > MAX_COPIED) return null
  const address = text.trim()
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) ? address : null
}

/** Whether a text is the address of something on the web or of a mailbox, as far as its form tells. */
export const looksLikeAddress = (text: string): boolean =>
  /^(?:[a-z][a-z\d+.-]*:\/\/|mailto:|www\.)\S+$/i.test(text.trim())
