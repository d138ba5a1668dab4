/**
 * Makes a short lower-case name for a file or folder from letters of any script without accents, digits and hyphens.
 *
 * @param fallback for a text without letters and digits
 * @example unicodeSlug('Größe 北京', 'trip') // 'große-北京'
 */
export function unicodeSlug(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const short = Array.from(slug).slice(0, 60).join('')
  return short.replaceAll(/^-+|-+$/g, '').normalize('NFC') || fallback
}

/** The name of a trip's folder: `2026-04-14-pycon-de`, with a number if the name is in use. */
export function tripFolderName(trip: { firstDay: string; title: string }, attempt: number): string {
  return numbered(`${trip.firstDay}-${unicodeSlug(trip.title, 'trip')}`, attempt)
}

/** The name itself at the first attempt; `name-2` at the second. */
export function numbered(name: string, attempt: number): string {
  return attempt === 0 ? name : `${name}-${attempt + 1}`
}
