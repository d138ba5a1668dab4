import { fail, ok } from '../../../shared/result.ts'
import { markdownOf, plainLineOf } from '../markdown-of.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { emptyProgramme } from './empty-programme.ts'
import { isCancelled, languageOf } from './session-fields.ts'
import { type Column, columnsOf } from './table/columns.ts'
import { peopleInCell } from './table/people-in-cell.ts'
import { readRows } from './table/read-rows.ts'
import { DayReader } from './table/day-reader.ts'
import { linkedText } from './table/talks-in-cell.ts'
import { clocksIn, fromSpreadsheet, timesOfRow } from './table/table-times.ts'

/** Whether a row is a header: one with times is not, whatever its words mean. */
const hasColumns = (row: readonly string[]) => columnsOf(row) !== null && clocksIn(row[0] ?? '').length === 0

/** A table with a header row: CSV, or pasted from a spreadsheet, a web page or a Markdown text. */
export const table: ProgrammeFormat = {
  id: 'table',
  detect: ({ text, json }) =>
    json === undefined && !/^\s*</.test(text) && readRows(text.slice(0, 20_000), hasColumns) !== null,
  parse({ text, name, expected }) {
    const { above, rows } = readRows(text.replaceAll(/\r\n?/g, '\n'), hasColumns) ?? { above: [], rows: [] }
    const [header = [], ...others] = rows
    const columns = columnsOf(header)
    if (columns === null) return fail('programme.unknown-format')
    // Where each day has a table of its own, the header row is repeated.
    const isHeader = (row: readonly string[]) => row.every((cell, index) => cell === header[index])
    const cells = others.filter((row) => !isHeader(row)).map((row) => new Cells(row, columns))
    const written = (column: 'day' | 'start' | 'end') => cells.map((one) => fromSpreadsheet(one.text(column)))
    const reader = new DayReader(
      {
        days: written('day'),
        others: [...above, ...cells.map((one) => one.only() ?? ''), ...written('start'), ...written('end')],
        name,
      },
      expected,
    )
    const headed = above.map((line) => reader.read(line, 'elsewhere')).findLast((date) => date !== null) ?? null
    const isTimed = cells.some((one) => clocksIn(fromSpreadsheet(one.text('start'))).length > 0)
    const firstDay = headed ?? (isTimed ? reader.only() : null)
    const sessions = withAllSpeakers(sessionsOf(cells, reader, firstDay))
    return ok({
      ...emptyProgramme,
      rooms: sessions.map(({ room }) => room),
      tracks: sessions.map(({ track }) => track),
      sessions,
      assumed: reader.assumed,
      remarks: reader.remarks(),
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

/** @param firstDay the day that is named above the table */
function sessionsOf(rows: readonly Cells[], reader: DayReader, firstDay: string | null): ReadSession[] {
  let day = firstDay
  let last = { day: '', start: '' }
  return rows.flatMap((cells): ReadSession[] => {
    const heading = reader.read(cells.only() ?? '', 'elsewhere')
    if (heading !== null && (cells.text('title') === '' || cells.text('title') === cells.only())) {
      day = heading
      return []
    }
    const written = {
      day: fromSpreadsheet(cells.text('day')) || (day === null ? last.day : ''),
      // In a table by time, a time stands for all rows down to the next.
      start: fromSpreadsheet(cells.text('start')) || (cells.text('day') === '' ? last.start : ''),
      end: fromSpreadsheet(cells.text('end')),
      endDay: fromSpreadsheet(cells.text('endDay')),
      duration: cells.text('duration'),
    }
    const { text: title, links } = linkedText(cells.text('title'))
    if (title === '' && cells.all('speakers').length === 0) return []
    last = { day: written.day, start: written.start }
    const times = timesOfRow(written, { day, reader })
    return [sessionOf(cells, title, { ...times, links })]
  })
}

/** In one cell or several, each with one name or a list of them, or in two cells with the first and the last name. */
function namesIn(cells: Cells): string[] {
  const names = cells.all('speakers').flatMap((cell) => cell.split(/\s*(?:\n|<br\s*\/?>)\s*/i))
  const name = `${cells.text('firstName')} ${cells.text('lastName')}`
  return [...names, name].map((one) => linkedText(one).text).filter((one) => one !== '')
}

/** Some exports have a row for each speaker of a session. */
function withAllSpeakers(sessions: readonly ReadSession[]): ReadSession[] {
  const byContent = new Map<string, ReadSession>()
  for (const session of sessions) {
    const key = JSON.stringify({ ...session, speakers: [] })
    const known = byContent.get(key)
    byContent.set(key, known === undefined ? session : { ...known, speakers: [...known.speakers, ...session.speakers] })
  }
  return [...byContent.values()]
}

function sessionOf(
  cells: Cells,
  title: string,
  { start, end, links }: Pick<ReadSession, 'start' | 'end' | 'links'>,
): ReadSession {
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
    speakers: peopleInCell(namesIn(cells).join('; '), line('affiliation')),
    abstract: markdownOf(cells.all('abstract').join('\n\n')),
    links: [...links, ...cells.all('url').map((url) => ({ label: '', url: url.trim() }))],
    feedbackUrl: cells.text('feedback'),
    isCancelled: isCancelled({ status: cells.text('status') }, title),
  }
}
