import { diffArrays } from 'diff'
import { mergeWords } from './merge-value.ts'
import type { Merged, Sides } from '../trip-file/sides.ts'

/**
 * Maximum number of differences: with more, a text has been rewritten, and finding what is left of it takes too long.
 */
const MAX_DIFFERENCES = 200

/**
 * Merges a long text. If the sides changed different paragraphs or list items, both changes are kept; otherwise it
 * works like {@link mergeWords}.
 */
export function mergeText(sides: Sides<string>): Merged<string> {
  const whole = mergeWords(sides)
  if (!whole.clash || sides.base === undefined) return whole
  const { base, newer, older } = sides
  const merged = mergeParagraphs(base, newer, older)
  if (merged === null) return whole
  // Merging the result again must give the same text, or two computers would keep merging forever.
  const isStable = [newer, older].every((side) => mergeParagraphs(base, merged, side) === merged)
  return isStable ? { value: merged, clash: false } : whole
}

/** The text with the changes of both sides; `null` if they are too close to each other. */
function mergeParagraphs(base: string, one: string, other: string): string | null {
  const paragraphs = splitParagraphs(base)
  const [hunks, otherHunks] = [hunksOf(paragraphs, one), hunksOf(paragraphs, other)]
  if (hunks === null || otherHunks === null) return null
  const all = join(hunks, otherHunks)
  return all === null ? null : apply(paragraphs, all)
}

/** Joined, the parts give the original text: each but the first begins with its line break. */
function splitParagraphs(text: string): string[] {
  return text.split(/(?=\r?\n[ \t]*\r?\n)|(?=\r?\n[ \t]*(?:[-*+•]|\d+[.)])[ \t])/)
}

/** A change that replaces the paragraphs from `start` up to `end`. */
interface Hunk {
  start: number
  end: number
  lines: string[]
}

function hunksOf(paragraphs: readonly string[], text: string): Hunk[] | null {
  const changes = diffArrays([...paragraphs], splitParagraphs(text), { maxEditLength: MAX_DIFFERENCES })
  if (changes === undefined) return null
  const hunks: Hunk[] = []
  let open: Hunk | null = null
  let at = 0
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      at += value.length
      open = null
      continue
    }
    if (open === null) hunks.push((open = { start: at, end: at, lines: [] }))
    if (added) open.lines.push(...value)
    else at = open.end += value.length
  }
  return hunks.flatMap(splitHunk)
}

/** If the number of paragraphs stays the same, each of them was changed separately. */
function splitHunk(hunk: Hunk): Hunk[] {
  if (hunk.end - hunk.start !== hunk.lines.length) return [hunk]
  return hunk.lines.map((line, index) => ({ start: hunk.start + index, end: hunk.start + index + 1, lines: [line] }))
}

function join(hunks: readonly Hunk[], others: readonly Hunk[]): Hunk[] | null {
  const all = [...hunks]
  let next = 0
  for (const other of others) {
    // Both lists are sorted, so one pass through each suffices.
    while ((hunks[next]?.end ?? Infinity) < other.start) next++
    let isKnown = false
    for (let index = next; (hunks[index]?.start ?? Infinity) <= other.end; index++) {
      const hunk = hunks[index]
      if (hunk === undefined) break
      if (isEqual(hunk, other)) isKnown = true
      else if (!areApart(hunk, other)) return null
    }
    if (!isKnown) all.push(other)
  }
  return all.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function isEqual(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && a.lines.join('') === b.lines.join('')
}

/** Paragraphs that were changed in place may be adjacent; other changes need an unchanged one between them. */
function areApart(a: Hunk, b: Hunk): boolean {
  const inPlace = [a, b].every((hunk) => hunk.end - hunk.start === 1 && hunk.lines.length === 1)
  return inPlace ? a.start !== b.start : a.end < b.start || b.end < a.start
}

function apply(paragraphs: readonly string[], hunks: readonly Hunk[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, lines } of hunks) {
    parts.push(...paragraphs.slice(at, start), ...lines)
    at = end
  }
  return [...parts, ...paragraphs.slice(at)].join('')
}
