import type { FrontMatter } from '../markdown/front-matter.ts'

const MAX_LINES = 50

/**
 * Splits metadata without a fence from a text, as Pelican and MultiMarkdown have it: `Title: …` and `Date: …` in the
 * first lines, and then an empty line.
 *
 * @param text with LF line ends
 * @returns `null` if the text does not begin like that
 */
export function splitPlainFields(text: string): FrontMatter | null {
  const fields: Record<string, string> = {}
  let end = 0
  for (let count = 0; count < MAX_LINES; count++) {
    const next = text.indexOf('\n', end)
    const line = next === -1 ? text.slice(end) : text.slice(end, next)
    if (line.trim() === '') break
    const [, name, value] = /^([A-Za-z][\w-]{0,40}):[ \t]+(\S.*)$/.exec(line.slice(0, 2000)) ?? []
    if (name === undefined || value === undefined || next === -1) return null
    fields[name.toLowerCase()] ??= value.trim()
    end = next + 1
  }
  const isMetadata = 'title' in fields && ['date', 'category', 'tags', 'slug', 'author'].some((name) => name in fields)
  return isMetadata ? { fields, body: text.slice(end).replace(/^\n/, ''), problem: null } : null
}
