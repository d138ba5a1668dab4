/** The signs that show the structure of plain text, for its writer and its reader. */
export const BULLET = '•'
export const RULE = '* * *'

/** The characters that underline headings, by level; the title has the first. */
export const underlines: readonly string[] = ['=', '=', '-', '~', '^', '"', "'"]

/** Adds a backslash before words that would be read as an underline, an indentation or an empty line. */
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

/** The number of columns that a text takes in a monospaced font. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of characters.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

export function isUnderline(line: string): boolean {
  return /^(?:=+|-+|~+|\^+|"+|'+)$/.test(line)
}
