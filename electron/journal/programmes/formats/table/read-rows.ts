import { parse } from 'csv-parse/sync'

/** Maximum number of rows: more than any programme has. */
const MAX_ROWS = 50_000
/** Maximum number of lines above the header row. */
const MAX_ABOVE = 10

/**
 * The rows of a table as its cells: with commas, semicolons, tabs or vertical bars between them, or as Markdown.
 *
 * @param isHeader whether a row is the header, with which the result begins
 * @returns the lines above the header, and the rows from it on; `null` if no row is one
 */
export function readRows(
  text: string,
  isHeader: (row: readonly string[]) => boolean,
): { above: string[]; rows: string[][] } | null {
  const beginning = text.slice(0, 20_000)
  const lines = beginning.split('\n', MAX_ABOVE * 2)
  for (const [index, line] of lines.entries()) {
    if (index > MAX_ABOVE) return null
    if (isBarred(line) && isHeader(barred(line))) {
      return { above: lines.slice(0, index), rows: markdownRows(text, index) }
    }
    for (const delimiter of ['\t', ';', ',', '|']) {
      if (!line.includes(delimiter)) continue
      const [first] = parseRows(line, delimiter) ?? []
      if (first === undefined || !isHeader(first)) continue
      const rows = parseRows(fromLine(text, index), delimiter)
      return rows === null ? null : { above: lines.slice(0, index), rows }
    }
  }
  return null
}

/** The rows of a text that has no known header row, once for each way in which its cells may be separated. */
export function* rowsIn(text: string): Generator<string[][]> {
  const beginning = text.slice(0, 20_000)
  if (beginning.split('\n').filter((line) => isBarred(line)).length > 2) {
    const lines = text.split('\n').slice(0, MAX_ROWS)
    yield lines.map((line) => (isBarred(line) ? barred(line) : [line.trim()])).filter((row) => !isRule(row))
  }
  for (const delimiter of ['\t', ';', ',', '|']) {
    const rows = beginning.includes(delimiter) ? parseRows(text, delimiter) : null
    if (rows !== null) yield rows
  }
}

const isBarred = (line: string) => /^\s*\|.*\|\s*$/.test(line)
/** The row between the header of a Markdown table and the others. */
const isRule = (cells: readonly string[]) => cells.every((cell) => /^:?-+:?$/.test(cell))

function fromLine(text: string, index: number): string {
  let start = 0
  for (let line = 0; line < index; line++) start = text.indexOf('\n', start) + 1
  return text.slice(start)
}

function parseRows(text: string, delimiter: string): string[][] | null {
  for (const quote of ['"', null]) {
    try {
      return parse(text, {
        delimiter,
        quote,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        to: MAX_ROWS,
      })
    } catch {
      // With a quotation mark that is never closed, there are no quotations.
    }
  }
  return null
}

function markdownRows(text: string, index: number): string[][] {
  const rows: string[][] = []
  for (const line of fromLine(text, index).split('\n')) {
    if (!line.includes('|') || rows.length > MAX_ROWS) break
    const cells = barred(line)
    if (!isRule(cells)) rows.push(cells)
  }
  return rows
}

function barred(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
}
