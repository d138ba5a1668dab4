/** A note, and where its headings, its named blocks and the targets of its references are. */
export interface DividedNote {
  lines: readonly string[]
  headings: readonly { level: number; name: string; line: number }[]
  /** The name of a block, as Obsidian writes it at its end, -> the line of the name. */
  blocks: ReadonlyMap<string, number>
  definitions: readonly { label: string; from: number; to: number }[]
}

const listItem = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/
const blockName = /(?:^|[ \t])\^([\w-]+)[ \t]*$/

/** @param body a note without its properties, with LF line ends */
export function divideNote(body: string): DividedNote {
  const lines = body.trim().split('\n')
  const headings: DividedNote['headings'][number][] = []
  const blocks = new Map<string, number>()
  const definitions: DividedNote['definitions'][number][] = []
  let fence = ''
  for (const [index, line] of lines.entries()) {
    const [, mark = ''] = /^[ \t]*(`{3,}|~{3,})/.exec(line) ?? []
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
    if (fence !== '' || mark !== '') continue
    const [, marks = '', name = ''] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line) ?? []
    if (marks !== '') headings.push({ level: marks.length, name: comparable(name), line: index })
    const [, block] = blockName.exec(line) ?? []
    if (block !== undefined) blocks.set(block.toLowerCase(), index)
    const [, label] = /^ {0,3}\[([^\]\n]+)\]:/.exec(line) ?? []
    if (label !== undefined)
      definitions.push({ label: label.toLowerCase(), from: index, to: endOfItem(lines, index, 4) })
  }
  return { lines, headings, blocks, definitions }
}

/**
 * The text below a heading, with the heading, or a block.
 *
 * @param names none for the whole note; one heading, or the ones above it as well; or `^` and the name of a block
 * @returns `null` if the note has no such part
 */
export function partOf(note: DividedNote, names: readonly string[]): string | null {
  const last = names.at(-1)
  if (last === undefined) return note.lines.join('\n')
  const part = last.startsWith('^') ? blockOf(note, last.slice(1).toLowerCase()) : sectionOf(note, names)
  return part && withDefinitions(note, part)
}

interface Lines {
  from: number
  to: number
  text: string
}

function sectionOf({ headings, lines }: DividedNote, names: readonly string[]): Lines | null {
  let [from, to] = [0, lines.length]
  let above = 0
  for (const name of names) {
    const wanted = comparable(name)
    const index = headings.findIndex(
      (one) => one.line >= from && one.line < to && one.level > above && one.name === wanted,
    )
    const heading = headings[index]
    if (heading === undefined) return null
    const { level, line } = heading
    const next = headings.slice(index + 1).find((one) => one.level <= level)
    ;[from, to, above] = [line, Math.min(to, next?.line ?? lines.length), level]
  }
  return { from, to, text: lines.slice(from, to).join('\n') }
}

function blockOf({ blocks, lines }: DividedNote, name: string): Lines | null {
  const at = blocks.get(name)
  if (at === undefined) return null
  const named = lines[at] ?? ''
  const own = named.replace(blockName, '')
  if (listItem.test(own)) {
    const indent = /^[ \t]*/.exec(own)?.[0].length ?? 0
    const to = endOfItem(lines, at, indent + 1)
    const item = [own, ...lines.slice(at + 1, to)].map((line) => line.slice(Math.min(indent, leading(line))))
    return { from: at, to, text: item.join('\n') }
  }
  // A name on a line of its own belongs to what is above it: a table, a quote, a list.
  let end = own.trim() === '' ? at - 1 : at
  if (own.trim() === '') while (end > 0 && isEmpty(lines[end])) end--
  let from = end
  while (from > 0 && !isEmpty(lines[from - 1])) from--
  const kept = lines.slice(from, end + 1)
  return { from, to: end + 1, text: (end === at ? [...kept.slice(0, -1), own] : kept).join('\n') }
}

/** The end of what is indented below a line. */
function endOfItem(lines: readonly string[], start: number, indent: number): number {
  let end = start + 1
  for (let index = end; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (isEmpty(line)) continue
    if (leading(line) < indent) break
    end = index + 1
  }
  return end
}

/** Adds the footnotes and addresses that a part refers to and that are elsewhere in its note. */
function withDefinitions({ definitions, lines }: DividedNote, { from, to, text }: Lines): string {
  if (definitions.length === 0 || !text.includes('[')) return text
  const used = new Set(Array.from(text.matchAll(/\[([^[\]\n]+)\]/g), ([, label = '']) => label.toLowerCase()))
  const missing = definitions.filter((one) => used.has(one.label) && (one.from < from || one.from >= to))
  return [text.trimEnd(), ...missing.map((one) => lines.slice(one.from, one.to).join('\n'))].join('\n\n')
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}

function leading(line: string): number {
  return line.length - line.trimStart().length
}

/** The words of a heading as links name it: without marks and case. */
function comparable(name: string): string {
  const whole = name.normalize('NFC').toLowerCase().trim()
  // A heading may be nothing but marks.
  return whole.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || whole
}
