import { fail, ok } from '../../../shared/result.ts'
import { markdownOf, plainLineOf } from '../markdown-of.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { emptyProgramme } from './empty-programme.ts'
import { isCancelled, languageOf } from './session-fields.ts'
import { type Column, columnsOf } from './table/columns.ts'
import { peopleInCell } from './table/people-in-cell.ts'
import { readRows } from './table/read-rows.ts'
import { dateIn, dateOrder, type DateOrder, timesOfRow } from './table/table-times.ts'

const hasColumns = (row: readonly string[]) => columnsOf(row) !== null

/** A table with a header row: CSV, or pasted from a spreadsheet, a web page or a Markdown text. */
export const table: ProgrammeFormat = {
  id: 'table',
  detect: ({ text, json }) =>
    json === undefined && !/^\s*</.test(text) && readRows(text.slice(0, 20_000), hasColumns) !== null,
  parse({ text }) {
    const rows = readRows(text.replaceAll(/\r\n?/g, '\n'), hasColumns)
    const [header = [], ...others] = rows ?? []
    const columns = columnsOf(header)
    if (columns === null) return fail('programme.unknown-format')
    const cellsOf = (row: readonly string[]) => new Cells(row, columns)
    const cells = others.map(cellsOf)
    const order = dateOrder(cells.flatMap((one) => [one.text('day'), one.text('start'), one.text('end')]))
    const sessions = sessionsOf(cells, order)
    return ok({
      ...emptyProgramme,
      rooms: sessions.map(({ room }) => room),
      tracks: sessions.map(({ track }) => track),
      sessions,
    })
  },
}

/** The cells of a row by their columns. */
class Cells {
  readonly #cells: readonly string[]
  readonly #columns: readonly (Column | null)[]

  constructor(cells: readonly string[], columns: readonly (Column | null)[]) {
    this.#cells = cells
    this.#columns = columns
  }

  /** All cells of a column, the empty ones left out. */
  all(column: Column): string[] {
    return this.#cells.filter((cell, index) => this.#columns[index] === column && cell.trim() !== '')
  }

  text(column: Column): string {
    return this.all(column)[0]?.trim() ?? ''
  }

  /** The only text of a row that has no other. */
  only(): string | null {
    const filled = this.#cells.filter((cell) => cell.trim() !== '')
    return filled.length === 1 ? (filled[0]?.trim() ?? null) : null
  }
}

function sessionsOf(rows: readonly Cells[], order: DateOrder): ReadSession[] {
  let day: string | null = null
  let year: number | null = null
  let last = { day: '', start: '' }
  return rows.flatMap((cells): ReadSession[] => {
    const heading = dateIn(cells.only() ?? '', order, year)
    if (heading !== null && (cells.text('title') === '' || cells.text('title') === cells.only())) {
      day = heading
      year = Number(day.slice(0, 4))
      return []
    }
    const written = {
      day: cells.text('day') || (day === null ? last.day : ''),
      // In a table by time, a time stands for all rows down to the next.
      start: cells.text('start') || (cells.text('day') === '' ? last.start : ''),
      end: cells.text('end'),
      duration: cells.text('duration'),
    }
    const title = plainLineOf(cells.text('title'))
    if (title === '' && cells.all('speakers').length === 0) return []
    last = { day: written.day, start: written.start }
    const times = timesOfRow(written, { day, order, year })
    return [sessionOf(cells, title, times)]
  })
}

function sessionOf(cells: Cells, title: string, { start, end }: ReturnType<typeof timesOfRow>): ReadSession {
  const line = (column: Column) => plainLineOf(cells.text(column))
  return {
    source: line('id') || title,
    title,
    subtitle: line('subtitle'),
    type: line('type'),
    track: line('track'),
    room: line('room'),
    language: languageOf(line('language')),
    start,
    end,
    day: null,
    speakers: peopleInCell(cells.all('speakers').map(plainLineOf).join('; '), line('affiliation')),
    abstract: markdownOf(cells.all('abstract').join('\n\n')),
    links: cells.all('url').map((url) => ({ label: '', url: url.trim() })),
    feedbackUrl: cells.text('feedback'),
    isCancelled: isCancelled({ status: cells.text('status') }, title),
  }
}
