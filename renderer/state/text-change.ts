/** A replaced part of a text, in UTF-16 units of the text before. */
export interface TextChange {
  from: number
  to: number
  insert: string
}

/** The change between two texts: what remains without their common beginning and end. */
export function differenceOf(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

/**
 * Makes a change in a text that has been changed elsewhere in the meantime.
 *
 * @param from the text that was to be changed
 * @param to what it was to become
 * @param now what it is
 * @returns `null` if both changed the same part
 */
export function changeLater(from: string, to: string, now: string): string | null {
  const ours = differenceOf(from, to)
  if (ours === null) return now
  const theirs = differenceOf(from, now)
  const isAfter = theirs === null || theirs.from >= ours.to
  if (!isAfter && theirs.to > ours.from) return null
  const shift = isAfter ? 0 : now.length - from.length
  return now.slice(0, ours.from + shift) + ours.insert + now.slice(ours.to + shift)
}
