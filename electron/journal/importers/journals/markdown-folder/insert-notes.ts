import { wordsOf } from './wiki.ts'

/** How the notes that a text shows are found. */
export interface ShownNotes {
  /** The Markdown that a note stands for; `null` if it cannot be shown. */
  textFor: (target: string, label: string) => string | null
  /** Called for each note of which only the name is shown. */
  onRefused: (target: string) => void
}

/** A note that is shown, or code, in which nothing is one. */
const shownOrCode = /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)|`[^`\n]+`|!\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/gm
/** What a line in quotes and list items begins with, the box of a task included. */
const container = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*(?:\[[ xX]\][ \t]+)?/
/** What cannot go on in the middle of a line. */
const blockStart = /^(?:#{1,6}[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|```|~~~|\||!\[|<| {4}|\t|\[\^?[^\]\n]+\]:)/

/**
 * Puts other notes where a text shows them (`![[Other note]]`): as blocks of their own, or within a line if they are only
 * a line. What cannot be divided, such as the row of a table, has their names instead.
 */
export function insertNotes(text: string, notes: ShownNotes): string {
  let written = ''
  let end = 0
  for (const line of linesWithNotes(text)) {
    const after = text.slice(line.end + 1, endOfLine(text, line.end + 1))
    written += text.slice(end, line.start)
    written += replaced(text.slice(line.start, line.end), line.shown, lastLine(text, line.start), after, notes)
    end = line.end
  }
  return written + text.slice(end)
}

interface Shown {
  /** In its line. */
  from: number
  to: number
  target: string
  label: string
}

function linesWithNotes(text: string): { start: number; end: number; shown: Shown[] }[] {
  const lines: { start: number; end: number; shown: Shown[] }[] = []
  for (const { index, 0: whole, 1: target, 2: label = '' } of text.matchAll(shownOrCode)) {
    if (target === undefined) continue
    const start = text.lastIndexOf('\n', index) + 1
    const shown = {
      from: index - start,
      to: index - start + whole.length,
      target: target.replace(/\\$/, '').trim(),
      // A number is a size.
      label: label.trim().replace(/^\d+(?:x\d+)?$/, ''),
    }
    const last = lines.at(-1)
    if (last?.start === start) last.shown.push(shown)
    else lines.push({ start, end: endOfLine(text, index), shown: [shown] })
  }
  return lines
}

function replaced(line: string, shown: readonly Shown[], before: string, after: string, notes: ShownNotes): string {
  const [first = ''] = container.exec(line) ?? []
  const others = first.replace(/\[[ xX]\][ \t]+$/, '').replaceAll(/[^>\s]/g, ' ')
  const words = wordsAmong(line, first.length, shown)
  const isOnlyNotes = words.trim() === ''
  // A row, a heading or emphasis is over at the end of its line.
  const isWhole = !isOnlyNotes && /^[ \t]*#{1,6}[ \t]|\||[*_~=]$/m.test(words)
  const blocks: { text: string; isNote: boolean }[] = []
  let current = ''
  let end = first.length
  const finish = () => {
    if (current.trim() !== '') blocks.push({ text: current.trim(), isNote: false })
    current = ''
  }
  for (const { from, to, target, label } of shown) {
    current += line.slice(end, from)
    end = to
    const found = notes.textFor(target, label)
    const isLine = found !== null && !found.includes('\n') && !blockStart.test(found)
    if (found === null || (isWhole && !(isLine && !found.includes('|')))) {
      notes.onRefused(target)
      current += wordsOf(target, label)
    } else if (isLine && !isOnlyNotes) current += found
    else {
      finish()
      if (found.trim() !== '') blocks.push({ text: found, isNote: true })
    }
  }
  current += line.slice(end)
  finish()
  const isItem = /[^>\s]/.test(first)
  const needsGap = {
    before: blocks[0]?.isNote === true && !isItem && before.replaceAll(/[\s>]/g, '') !== '',
    after: blocks.at(-1)?.isNote === true && after.replaceAll(/[\s>]/g, '') !== '' && !(isItem && isListItem(after)),
  }
  const lines = blocks.flatMap(({ text }, index) => [...(index === 0 ? [] : ['']), ...text.split('\n')])
  const gap = others.trimEnd()
  const written = lines.map((one, index) => (index === 0 ? `${first}${one}` : one === '' ? gap : `${others}${one}`))
  return [...(needsGap.before ? [gap] : []), ...written, ...(needsGap.after ? [gap] : [])].join('\n') || first.trimEnd()
}

/** The words of a line beside the notes that it shows, each part on a line of its own. */
function wordsAmong(line: string, start: number, shown: readonly Shown[]): string {
  const starts = [start, ...shown.map(({ to }) => to)]
  return starts.map((from, index) => line.slice(from, shown[index]?.from ?? line.length)).join('\n')
}

function isListItem(line: string): boolean {
  return /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)
}

function lastLine(text: string, start: number): string {
  return start === 0 ? '' : text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
