/** The signs with which plain text shows its structure, for the one who writes it and the one who reads it back. */
export const BULLET = '•'
export const RULE = '* * *'

/** With which headings are underlined, by level; the title has the first. */
export const underlines: readonly string[] = ['=', '=', '-', '~', '^', '"', "'"]

/** Puts a backslash before words that would be read as something else: an underline, an indentation, nothing at all. */
export function escapeLine(line: string): string {
  const isStrange = line === '' || /^[ \t\\]/.test(line) || isUnderline(line)
  return isStrange ? `\\${line}` : line
}

export function unescapeLine(line: string): string {
  return line.startsWith('\\') ? line.slice(1) : line
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u

/** How many columns a text takes where all letters are equally wide. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of characters.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

export function isUnderline(line: string): boolean {
  return /^(?:=+|-+|~+|\^+|"+|'+)$/.test(line)
}
