import { MAX_DEPTH } from './limit-depth.ts'

/**
 * Whether a line begins with so many marks of quotes and lists that it is nested too deeply to be shown. The parser's
 * time grows with the square of their number, and with the cube for some.
 */
export function hasLongPrefix(text: string): boolean {
  for (let start = 0; start < text.length;) {
    if (countMarks(text, start) > MAX_DEPTH) return true
    const end = text.indexOf('\n', start)
    if (end < 0) return false
    start = end + 1
  }
  return false
}

/** The number of marks at the beginning of a line; no more are counted than matter. */
function countMarks(text: string, start: number): number {
  let count = 0
  mark.lastIndex = start
  while (count <= MAX_DEPTH && mark.test(text)) count++
  mark.lastIndex = 0
  return count
}

/** `>`, `-`, `12.` and the like, with the white space around them. A rule has only one kind of mark, and a few of it. */
const mark = /[ \t]{0,16}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
