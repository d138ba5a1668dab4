/** Where a picture of the trip is written in a text, as Lanyard writes it. */
const mentioned = /\]\(photo:([0-9a-f-]{36})/g

/** The ids of the trip's pictures that are written in a text. It is not parsed, so this is fast for any text. */
export function mentionedPhotos(text: string): string[] {
  if (!text.includes('](photo:')) return []
  return Array.from(text.matchAll(mentioned), ([, id = '']) => id)
}
