import { diffArrays } from 'diff'

/**
 * Maximum number of differences: with more, a text has been rewritten, and finding what is left of it takes too long.
 */
const MAX_DIFFERENCES = 200

/** What two sides made of a part of a text that both changed, and what it was before. */
export interface Disagreement {
  base: string
  one: string
  other: string
}

/** A part of a merged text: the text itself, or what the sides disagree about. */
export type Passage = string | Disagreement

/**
 * How close two changes may be. `clearly-apart`: paragraphs that were changed in place may be adjacent; other changes need
 * an unchanged one between them. `barely-apart`: any changes may be adjacent, unless both insert something in the same
 * place.
 */
export type Closeness = 'clearly-apart' | 'barely-apart'

/**
 * Merges two texts paragraph by paragraph, or list item by list item. Joined, the passages give the merged text; where
 * both sides changed the same paragraphs, or paragraphs that are not far enough apart, they disagree.
 *
 * @returns `null` if one of the texts has been rewritten
 */
export function mergePassages(base: string, one: string, other: string, closeness: Closeness): Passage[] | null {
  const paragraphs = splitParagraphs(base)
  const [all, allOthers] = [hunksOf(paragraphs, one), hunksOf(paragraphs, other)]
  if (all === null || allOthers === null) return null
  const separate = (hunk: Hunk) => (closeness === 'barely-apart' ? separateNew(hunk, paragraphs) : [hunk])
  const [hunks, otherHunks] = [all.flatMap(separate), allOthers.flatMap(separate)]
  const passages: Passage[] = []
  let at = 0
  for (const { start, end, ones, others } of groupHunks(hunks, otherHunks, apartness[closeness])) {
    passages.push(...paragraphs.slice(at, start))
    const build = (changes: readonly Hunk[]) => apply(paragraphs, changes, start, end)
    const [first] = [...ones, ...others]
    if (ones.length > 0 && others.length > 0 && !areEqual(ones, others)) {
      passages.push({ base: build([]), one: build(ones), other: build(others) })
    } else if (first !== undefined) passages.push(build(ones.length > 0 ? ones : others))
    at = end
  }
  return [...passages, ...paragraphs.slice(at)]
}

/**
 * Compares two texts of which nobody knows what they have in common, paragraph by paragraph. Wherever they differ, they
 * disagree.
 */
export function comparePassages(one: string, other: string): Passage[] {
  const parts = diffArrays(splitParagraphs(one), splitParagraphs(other), { maxEditLength: MAX_DIFFERENCES })
  if (parts === undefined) return [{ base: '', one, other }]
  const passages: Passage[] = []
  let open: Disagreement | null = null
  for (const { added, removed, value } of parts) {
    const text = value.join('')
    if (!added && !removed) {
      passages.push(text)
      open = null
      continue
    }
    if (open === null) passages.push((open = { base: '', one: '', other: '' }))
    if (added) open.other += text
    else open.one += text
  }
  return passages
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
  return hunks.flatMap((hunk) => splitHunk(hunk, paragraphs))
}

/** If the number of paragraphs stays the same, each of them was changed separately, unless they have moved. */
function splitHunk(hunk: Hunk, paragraphs: readonly string[]): Hunk[] {
  const { start, end, lines } = hunk
  if (end - start !== lines.length || haveMoved(paragraphs.slice(start, end), lines)) return [hunk]
  return lines.map((line, index) => ({ start: start + index, end: start + index + 1, lines: [line] }))
}

/** Whether a paragraph has more in common with another one than with the one in its place, and at least half of that. */
function haveMoved(before: readonly string[], after: readonly string[]): boolean {
  if (before.length < 2) return false
  const old = before.map((text) => new Set(wordsOf(text)))
  return after.some((text, place) => {
    const now = new Set(wordsOf(text))
    const common = old.map((words) => [...words].filter((word) => now.has(word)).length)
    return old.some((words, index) => {
      const count = common[index] ?? 0
      return count > (common[place] ?? 0) && count * 2 >= words.size
    })
  })
}

const wordsOf = (text: string) => text.match(/\S+/g) ?? []

const apartness: Readonly<Record<Closeness, (a: Hunk, b: Hunk) => boolean>> = {
  'clearly-apart'(a, b) {
    const inPlace = [a, b].every((hunk) => hunk.end - hunk.start === 1 && hunk.lines.length === 1)
    return inPlace ? a.start !== b.start : a.end < b.start || b.end < a.start
  },
  'barely-apart'(a, b) {
    return a.start === b.start && a.end === b.end ? false : a.end <= b.start || b.end <= a.start
  },
}

/** Separates a paragraph that was changed from new ones beside it, which the other side cannot have changed. */
function separateNew(hunk: Hunk, paragraphs: readonly string[]): Hunk[] {
  const { start, end, lines } = hunk
  const old = paragraphs[start]
  if (end - start !== 1 || lines.length < 2 || old === undefined) return [hunk]
  const words = new Set(wordsOf(old))
  const known = lines.map((line) => wordsOf(line).filter((word) => words.has(word)).length)
  const most = Math.max(...known)
  // Nothing of the old paragraph is left.
  if (most === 0) return [hunk]
  const at = known.indexOf(most)
  const [before, after] = [lines.slice(0, at), lines.slice(at + 1)]
  return [
    ...(before.length > 0 ? [{ start, end: start, lines: before }] : []),
    { start, end, lines: lines.slice(at, at + 1) },
    ...(after.length > 0 ? [{ start: end, end, lines: after }] : []),
  ]
}

/** Changes of both sides that are too close to each other to be made independently. */
interface Group {
  start: number
  end: number
  ones: Hunk[]
  others: Hunk[]
}

function groupHunks(
  hunks: readonly Hunk[],
  otherHunks: readonly Hunk[],
  areApart: (a: Hunk, b: Hunk) => boolean,
): Group[] {
  const all = [
    ...hunks.map((hunk) => ({ hunk, isOne: true })),
    ...otherHunks.map((hunk) => ({ hunk, isOne: false })),
  ].toSorted((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)
  const groups: Group[] = []
  for (const { hunk, isOne } of all) {
    const last = groups.at(-1)
    const isClose = last !== undefined && (isOne ? last.others : last.ones).some((other) => !areApart(hunk, other))
    const overlaps = last !== undefined && hunk.start < last.end
    const group = isClose || overlaps ? last : { start: hunk.start, end: hunk.end, ones: [], others: [] }
    if (group !== last) groups.push(group)
    group.end = Math.max(group.end, hunk.end)
    if (isOne) group.ones.push(hunk)
    else group.others.push(hunk)
  }
  return groups
}

function areEqual(ones: readonly Hunk[], others: readonly Hunk[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((hunk, index) => {
      const other = others[index]
      return other !== undefined && isEqual(hunk, other)
    })
  )
}

function isEqual(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && a.lines.join('') === b.lines.join('')
}

/** The paragraphs from `start` up to `end`, with changes. */
function apply(paragraphs: readonly string[], hunks: readonly Hunk[], start: number, end: number): string {
  const parts: string[] = []
  let at = start
  for (const hunk of hunks) {
    parts.push(...paragraphs.slice(at, hunk.start), ...hunk.lines)
    at = hunk.end
  }
  return [...parts, ...paragraphs.slice(at, end)].join('')
}
