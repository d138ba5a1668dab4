import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import type { ReadPost } from '../exporter.ts'
import { cellsOf } from './columns.ts'
import { BULLET, isUnderline, RULE, underlines, unescapeLine } from './signs.ts'
import { joinFlowed } from './wrap-lines.ts'

/**
 * Reads a file that the plain text exporter wrote.
 *
 * @param isWrapped whether lines were wrapped, so that a line that ends with a space continues in the next
 */
export function readPlainText(file: string, isWrapped: boolean): ReadPost {
  const { title, lines } = takeTitle(file)
  return { tree: { type: 'root', children: readBlocks(lines, isWrapped) }, meta: { title } }
}

function takeTitle(file: string): { title: string; lines: string[] } {
  const [title = '', rule = '', ...lines] = file.split('\n')
  return isUnderline(rule) ? { title: unescapeLine(title), lines } : { title: '', lines: [title, rule, ...lines] }
}

/** The lines that have not been read yet. */
class Lines {
  readonly #lines: readonly string[]
  #next = 0

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  get current(): string | undefined {
    return this.#lines[this.#next]
  }

  take(): string {
    return this.#lines[this.#next++] ?? ''
  }

  takeWhile(test: (line: string) => boolean): string[] {
    const taken: string[] = []
    while (this.current !== undefined && test(this.current)) taken.push(this.take())
    return taken
  }
}

const itemStart = new RegExp(`^  (${BULLET}|\\d+\\.|\\[\\^\\d+\\])(?: (.*))?$`, 's')

function readBlocks(source: readonly string[], isWrapped: boolean): RootContent[] {
  const lines = new Lines(source)
  const blocks: RootContent[] = []
  while (lines.current !== undefined) {
    if (lines.current === '') lines.take()
    else if (lines.current.startsWith('  ')) readIndented(lines, blocks, isWrapped)
    else
      blocks.push(
        readWords(
          lines.takeWhile((line) => line !== '' && !line.startsWith('  ')),
          isWrapped,
        ),
      )
  }
  return blocks
}

function readWords(lines: readonly string[], isWrapped: boolean): RootContent {
  const last = lines.at(-1) ?? ''
  const level = lines.length > 1 && isUnderline(last) ? underlines.indexOf(last.charAt(0), 1) : -1
  const written = (level > 0 ? lines.slice(0, -1) : lines).map(unescapeLine)
  const words = isWrapped ? joinFlowed(written) : written
  const children = words.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? readInline(line) : [{ type: 'break' }, ...readInline(line)],
  )
  const depths = [1, 2, 3, 4, 5, 6] as const
  const depth = depths[level - 1]
  return depth === undefined ? { type: 'paragraph', children } : { type: 'heading', depth, children }
}

function readIndented(lines: Lines, blocks: RootContent[], isWrapped: boolean): void {
  const line = lines.current ?? ''
  const [, fence, lang = ''] = /^ {2}(`{3,})(.*)$/.exec(line) ?? []
  if (fence !== undefined) {
    lines.take()
    const code = lines.takeWhile((codeLine) => codeLine !== `  ${fence}`).map((codeLine) => codeLine.slice(2))
    lines.take()
    blocks.push({ type: 'code', lang: lang === '' ? null : lang, value: code.join('\n') })
  } else if (line.startsWith('  >')) {
    const quoted = lines.takeWhile((one) => one.startsWith('  >')).map((one) => one.replace(/^ {2}> ?/, ''))
    blocks.push({ type: 'blockquote', children: readBlocks(quoted, isWrapped) as BlockContent[] })
  } else if (line.startsWith('  |')) {
    blocks.push(readTable(lines.takeWhile((one) => one.startsWith('  |')).map((one) => one.slice(2))))
  } else if (line === `  ${RULE}`) {
    lines.take()
    blocks.push({ type: 'thematicBreak' })
  } else if (itemStart.test(line)) {
    readItem(lines, blocks, isWrapped)
  } else {
    // The exporter does not write this; the content is still kept as words.
    blocks.push({ type: 'paragraph', children: readInline(lines.take().trim()) })
  }
}

function readTable(rows: readonly string[]): Table {
  const cells = rows.map(cellsOf).filter((row) => row !== null)
  return {
    type: 'table',
    align: [],
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: readInline(cell) })),
    })),
  }
}

function readItem(lines: Lines, blocks: RootContent[], isWrapped: boolean): void {
  const [, marker = '', rest = ''] = itemStart.exec(lines.take()) ?? []
  const indent = ' '.repeat(2 + marker.length + 1)
  const below = lines
    .takeWhile((line) => line === '' || line.startsWith(indent))
    .map((line) => line.slice(indent.length))
  if (marker.startsWith('[^')) {
    const identifier = marker.slice(2, -1)
    const children = readBlocks([rest, ...below], isWrapped) as BlockContent[]
    blocks.push({ type: 'footnoteDefinition', identifier, label: identifier, children })
    return
  }
  const [, tick, words = rest] = /^\[([ x])\](?: (.*))?$/s.exec(rest) ?? []
  const checked = tick === undefined ? null : tick === 'x'
  const content = tick === undefined ? rest : words === rest ? '' : words
  const item: ListItem = {
    type: 'listItem',
    checked,
    children: readBlocks([content, ...below], isWrapped) as BlockContent[],
  }
  const number = marker === BULLET ? null : Number.parseInt(marker, 10)
  const last = blocks.at(-1)
  if (last?.type === 'list' && nextNumber(last) === number) last.children.push(item)
  else blocks.push({ type: 'list', ordered: number !== null, start: number, children: [item] })
}

/** The number that the next item of a list must have; `null` for a bullet list. */
function nextNumber(list: List): number | null {
  return list.ordered === true ? (list.start ?? 1) + list.children.length : null
}

/** Addresses, pictures and footnote references in plain text. */
const sign =
  /(https?:\/\/(?:(?!\[\^\d|\[photo)[^\s<>])+|mailto:[^\s<>]+@[^\s<>]+)|\[photo(?:: ([^\n]*?))? \(([^()\n]*)\)\]|\[\^(\d+)\]/g

function readInline(line: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let end = 0
  const addText = (value: string): void => {
    if (value !== '') nodes.push({ type: 'text', value })
  }
  for (const match of line.matchAll(sign)) {
    const [whole, found, caption, file, footnote] = match
    if (match.index < end) continue
    const url = found === undefined ? undefined : trimAddress(found)
    addText(line.slice(end, match.index))
    end = match.index + (url ?? whole).length
    if (url !== undefined) nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] })
    else if (file !== undefined) nodes.push({ type: 'image', url: file, alt: caption ?? '' })
    else if (footnote !== undefined) nodes.push({ type: 'footnoteReference', identifier: footnote, label: footnote })
  }
  addText(line.slice(end))
  return nodes
}

/** An address without the punctuation of the sentence around it: a full stop, an enclosing parenthesis. */
function trimAddress(address: string): string {
  let unopened = count(address, ')') - count(address, '(')
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    const isEnclosing = last === ')' && unopened > 0
    if (!isEnclosing && !/[.,;:!?'"”’»\]]/.test(last)) break
    if (isEnclosing) unopened--
  }
  return address.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
