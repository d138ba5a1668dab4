/** Letters that Unicode does not take apart into a base letter and marks. */
const spelled: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/**
 * A text in ASCII letters as far as it can be told in them: `Über ½` becomes `Uber 1⁄2`'s letters. Characters without
 * such a spelling stay as they are.
 */
export function toAscii(text: string): string {
  return text
    .replace(/[ßæœøłđðþı]/gi, (letter) => spelled[letter.toLowerCase()] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
}

/** Names that Windows keeps for devices, with any ending. */
export const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

const MAX_LENGTH = 60

/**
 * The short name of a title for files and addresses: lower-case ASCII letters, digits and single hyphens, at most 60
 * characters, cut between words where it can be. Empty where the title has nothing that can be told in ASCII.
 *
 * @example slugOf('PyCon DE & PyData 2026') // 'pycon-de-pydata-2026'
 */
export function slugOf(title: string): string {
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
