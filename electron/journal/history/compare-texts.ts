import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Segment } from '../../shared/history.ts'

/** Maximum number of differences: with more, finding the smallest diff takes too long, and nobody would read it. */
const MAX_DIFFERENCES = 500
/** Maximum number of characters that are compared word by word at a time. */
const MAX_WORDS = 20_000
/** Number of unchanged characters that are shown before and after a difference. */
const AROUND = 300
/** Maximum number of characters of one side that are shown at a time. */
const MAX_SHOWN = 20_000

/**
 * The differences between two texts, for display: first by line, then by word within changed lines. Long stretches are
 * shortened, with "…" where something was left out.
 */
export function compareTexts(before: string, after: string): Segment[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: shorten(before, AROUND, 0) }]
  return shortenAll(joinEqualKinds(compareLines(before, after)))
}

function compareLines(before: string, after: string): Segment[] {
  const changes = diffArrays(splitLines(before), splitLines(after), { maxEditLength: MAX_DIFFERENCES })
  if (changes === undefined) return replaced(before, after)
  const segments: Segment[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    segments.push(...compareWords(removed, added))
    removed = added = ''
  }
  for (const change of changes) {
    const text = change.value.join('')
    if (change.added) added += text
    else if (change.removed) removed += text
    else {
      flush()
      segments.push({ kind: 'same', text })
    }
  }
  flush()
  return segments
}

function compareWords(before: string, after: string): Segment[] {
  if (before === '' || after === '' || before.length + after.length > MAX_WORDS) return replaced(before, after)
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_DIFFERENCES })
  if (changes === undefined) return replaced(before, after)
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function replaced(before: string, after: string): Segment[] {
  const segments: Segment[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return segments.filter(({ text }) => text !== '')
}

/**
 * Splits a text into lines, each with its line break. A regular expression would have to go back over a line that has
 * none, and runs out of stack if that line is megabytes long.
 */
function splitLines(text: string): string[] {
  const lines: string[] = []
  let start = 0
  while (start < text.length) {
    const end = text.indexOf('\n', start) + 1 || text.length
    lines.push(text.slice(start, end))
    start = end
  }
  return lines
}

function joinEqualKinds(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = []
  for (const { kind, text } of segments) {
    const last = joined.at(-1)
    if (last?.kind === kind) last.text += text
    else joined.push({ kind, text })
  }
  return joined
}

function shortenAll(segments: readonly Segment[]): Segment[] {
  return segments.map(({ kind, text }, index) => {
    if (kind !== 'same') return { kind, text: shorten(text, MAX_SHOWN, 0) }
    const isFirst = index === 0
    const isLast = index === segments.length - 1
    return { kind, text: shorten(text, isFirst ? 0 : AROUND, isLast ? 0 : AROUND) }
  })
}

/** The beginning and the end of a text that is longer than both together; surrogate pairs are not split. */
function shorten(text: string, head: number, tail: number): string {
  if (text.length <= head + tail + 1) return text
  const start = text.slice(0, head).replace(/[\uD800-\uDBFF]$/, '')
  const end = tail === 0 ? '' : text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '')
  return `${start}…${end}`
}
