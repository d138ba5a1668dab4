import { widthOf } from './signs.ts'

/** Narrower than this, hardly a word fits: deeply nested text is wider than asked for instead. In columns. */
const MIN_WIDTH = 20

/**
 * Wraps a line between its words. Every line but the last ends with the space that was there, as in RFC 3676, so that
 * {@link joinFlowed} can tell such an end from one that the author typed. A word that is too long keeps its line.
 *
 * @param width in columns; 0: the line stays whole
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

/** Without the spaces at its end. Spaces that do not break, which somebody typed on purpose, stay. */
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
