import stringWidth from 'string-width'

type Row = readonly (string | number)[]

/** Format a plain-text table with aligned columns under their heads. Numbers are aligned to the right. */
export function columns(head: readonly string[], rows: readonly Row[]): string {
  return align([head, ...rows], rows).join('\n')
}

/** Format the lines of a table that has no head. */
export function alignColumns(rows: readonly Row[]): string[] {
  return align(rows, rows)
}

/** @param body the rows that decide which columns are numbers */
function align(rows: readonly Row[], body: readonly Row[]): string[] {
  const cells = rows.map((row) => row.map((cell) => String(cell).replaceAll(/\s+/g, ' ')))
  const numbers = rows[0]?.map((_, column) => body.length > 0 && body.every((row) => typeof row[column] === 'number'))
  // Widths are terminal columns: an ideograph takes two, a combining accent none.
  const widths = rows[0]?.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))))
  return cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths?.[column] ?? 0, numbers?.[column] === true))
      .join('  ')
      .trimEnd(),
  )
}

function pad(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)))
  return right ? space + cell : cell + space
}
