import { widthOf } from './signs.ts'

/** Minimum width in columns: fewer hardly fit a word, so deeply nested text exceeds the requested width instead. */
const MIN_WIDTH = 20

/**
 * Wraps a line between words. Every line but the last ends with the original space, as in RFC 3676, so that {@link
 * joinFlowed} can tell such line breaks from those that the author typed. A word that is too long has a line of its
 * own.
 *
 * @param width in columns; 0 to keep the line whole
 */
export function wrapLine(line: string, width: number): string[] {
  if (width === 0) return [line]
  const limit = Math.max(width, MIN_WIDTH)
  const lines: string[] = []
  let current = ''
  for (const word of withoutEnd(line).match(/[^ ]+ */g) ?? ['']) {
    if (current !== '' && widthOf(withoutEnd(current + word)) > limit) {
      lines.push(current)
      current = ''
    }
    current += word
  }
  return [...lines, current]
}

/** The line without trailing spaces. Non-breaking spaces stay, because somebody typed them on purpose. */
function withoutEnd(line: string): string {
  return line.replace(/ +$/, '')
}

/** Undoes {@link wrapLine} for all lines of a paragraph. */
export function joinFlowed(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && lines[index - 1]?.endsWith(' ') === true) joined.push(`${joined.pop() ?? ''}${line}`)
    else joined.push(line)
  }
  return joined
}
