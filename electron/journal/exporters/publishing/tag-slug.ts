import { asciiSlug, toAscii } from '../../report/slug.ts'

const LONGEST = 190

/**
 * The short name of a tag or an author in addresses, as WordPress and Ghost write it: ASCII if possible, else each byte
 * %-encoded in lower case.
 */
export function nameSlug(name: string): string {
  const known: Readonly<Record<string, string>> = { 'c++': 'c-plus-plus', 'c#': 'c-sharp', 'f#': 'f-sharp' }
  const spelt = known[name.trim().toLowerCase()]
  if (spelt !== undefined) return spelt
  const slug = asciiSlug(name)
  if (slug !== '' && !/[^\p{ASCII}]/u.test(toAscii(name))) return slug
  const words = toAscii(name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  let encoded = ''
  for (const character of words) {
    const next = encodeURIComponent(character).toLowerCase()
    if (encoded.length + next.length > LONGEST) break
    encoded += next
  }
  return encoded || 'tag'
}

/** Names with a slug for each that no other has. */
export function slugsOf(names: readonly string[]): { name: string; slug: string }[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base = nameSlug(name)
    let slug = base
    for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`
    taken.add(slug)
    return { name, slug }
  })
}
