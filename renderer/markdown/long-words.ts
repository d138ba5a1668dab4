/** Part of a text, from one place up to another. */
export interface Span {
  from: number
  to: number
}

/** What belongs to the character before it. */
const joining = /^[\p{M}\p{Cf}\p{Emoji_Modifier}]/u
const ZERO_WIDTH_JOINER = '\u200d'

/**
 * Divides everything without a space that is longer than `size` into parts of about this length. Chromium takes a time
 * that grows with the square of the length to lay out 30,000 brackets, backslashes or tabs in one node: four seconds.
 * Accents and joined emoji stay together.
 */
export function partsOfLongWords(text: string, size: number): Span[] {
  const parts: Span[] = []
  for (let from = 0; from < text.length;) {
    const space = text.indexOf(' ', from)
    const end = space === -1 ? text.length : space
    if (end - from > size) {
      for (let start = from; start < end;) {
        const to = boundaryAfter(text, Math.min(start + size, end), end)
        parts.push({ from: start, to })
        start = to
      }
    }
    from = end + 1
  }
  return parts
}

function boundaryAfter(text: string, position: number, end: number): number {
  let at = position
  while (at < end && !isBoundary(text, at)) at++
  return at
}

function isBoundary(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const isHalf = code >= 0xdc00 && code <= 0xdfff
  return !isHalf && text[at - 1] !== ZERO_WIDTH_JOINER && !joining.test(text.slice(at, at + 2))
}

/** The parts of a text with very many lines, each of so many; none if it has fewer. */
export function partsOfManyLines(text: string, lines: number): Span[] {
  const parts: Span[] = []
  let [from, count] = [0, 0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    if (++count % lines !== 0) continue
    parts.push({ from, to: end + 1 })
    from = end + 1
  }
  return parts.length === 0 || from === text.length ? parts : [...parts, { from, to: text.length }]
}
