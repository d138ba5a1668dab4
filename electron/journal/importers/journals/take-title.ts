/** The maximum in the trip's schema. */
const MAX_TITLE = 10_000

/** Splits a heading of the first level, which some journals have instead of a title, from a text in Markdown. */
export function takeTitle(text: string): { title: string; text: string } {
  const [whole = '', heading = ''] = /^\s*#[ \t]+([^\n]*)(?:\n|$)/.exec(text) ?? []
  const title = heading.replace(/[ \t]#+[ \t]*$/, '').trim()
  // With markup in it, it would be another one as a plain line.
  if (title === '' || title.length > MAX_TITLE || /[*_`[\]<>\\~]/.test(title))
    return { title: '', text: trimText(text) }
  return { title, text: trimText(text.slice(whole.length)) }
}

/** Removes surrounding empty lines and trailing spaces. Leading spaces can be significant. */
export function trimText(text: string): string {
  return text.trimEnd().replace(/^(?:[ \t]*\n)+/, '')
}

/** A title on one line. */
export function lineOf(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE)
}
