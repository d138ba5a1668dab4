import { widthOf } from './signs.ts'

/** Formats rows of cells as lines with aligned columns and a rule below the first row. */
export function columnsOf(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  const lines = rows.map((row) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? ''
      return cell + ' '.repeat(width - widthOf(cell))
    })
    return `| ${cells.join(' | ')} |`
  })
  const [head = '', ...body] = lines
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body]
}

/** The cells of a line that {@link columnsOf} wrote; `null` for the rule below the head. */
export function cellsOf(line: string): string[] | null {
  if (/^\|[-|]*\|$/.test(line)) return null
  const cells: string[] = []
  let cell = ''
  for (const [, escaped, bar, other] of line.slice(1).matchAll(/\\(.)|(\|)|([^])/g)) {
    if (bar === undefined) cell += escaped ?? other ?? ''
    else {
      cells.push(cell.trim())
      cell = ''
    }
  }
  return cells
}
