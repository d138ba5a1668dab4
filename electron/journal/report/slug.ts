/** Letters that Unicode does not decompose into a base letter and marks. */
const spelled: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/**
 * A text with its letters spelled in ASCII if possible. Other characters stay unchanged.
 *
 * @example toAscii('Über Łódź') // 'Uber Lodz'
 */
export function toAscii(text: string): string {
  return text
    .replace(/[ßæœøłđðþı]/gi, (letter) => spelled[letter.toLowerCase()] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
}

/** Names that Windows reserves for devices, with any extension. */
export const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

const MAX_LENGTH = 60

/**
 * The short name of a post for files and web addresses: lower-case ASCII letters, digits and single hyphens, at most 60
 * characters, cut between words if possible. Empty for a title that cannot be spelled in ASCII.
 *
 * @example asciiSlug('PyCon DE & PyData 2026') // 'pycon-de-pydata-2026'
 */
export function asciiSlug(title: string): string {
  const words = toAscii(title)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > MAX_LENGTH) break
    slug = longer
  }
  slug ||= (words[0] ?? '').slice(0, MAX_LENGTH)
  return deviceName.test(slug) ? `${slug}-report` : slug
}
