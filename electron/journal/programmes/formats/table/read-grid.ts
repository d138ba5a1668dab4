import { columnNamed } from './columns.ts'
import { rowsIn } from './read-rows.ts'
import { namesDay } from './table-dates.ts'
import { clocksIn, fromSpreadsheet } from './table-times.ts'

/** A cell with one session or several, or the same cell in several rooms or rows. */
export interface GridCell {
  /** Counts the parts of the grid, each of which begins in the morning again. */
  readonly block: number
  /** The texts that say the day, the likeliest first. */
  readonly days: readonly string[]
  /** The text of the row's time, "9:30" or "9:30 – 10:15". */
  readonly time: string
  /** What says when it ends: the time of the last row over which it reaches. */
  endTime: string
  readonly rooms: string[]
  text: string
}

export interface Grid {
  readonly title: string
  readonly cells: readonly GridCell[]
  /** All texts that may name days, in their order. */
  readonly dayTexts: readonly string[]
}

type Rows = readonly (readonly string[])[]

/** Reads a grid of times and rooms in whatever way its cells are separated; `null` if the text is not a grid. */
export function readGrid(text: string): Grid | null {
  for (const written of rowsIn(text)) {
    const rows = written.map((row) => row.map((cell) => fromSpreadsheet(cell.trim())))
    const grid = gridOf(rows) ?? gridOf(transposed(rows))
    if (grid !== null) return grid
  }
  return null
}

/** What the columns of a grid are, until the next row of headings. */
interface Header {
  readonly start: number
  readonly end: number
  readonly day: number
  /** Where each column is, or on which day. */
  readonly columns: ReadonlyMap<number, { room: string; day: string }>
}

/** No venue has more rooms. */
const MAX_COLUMNS = 500

/** A time of day and little else. */
const isTime = (cell: string) => cell.length <= 40 && clocksIn(cell).length > 0
/** Rooms may be called "1" and "2". */
const isClearTime = (cell: string) => isTime(cell) && /\D/.test(cell.trim())
const isWord = (cell: string) => /\p{L}{2}/u.test(cell)
/** "-" in a cell says that there is nothing. */
const isEmpty = (cell: string) => /^(?:|[-–—.·*]+|x|n\/?a)$/i.test(cell.trim())

function gridOf(rows: Rows): Grid | null {
  const cells: GridCell[] = []
  const dayTexts: string[] = []
  let title = ''
  let header: Header | null = null
  let heading = ''
  let columnDays: readonly string[] = []
  let above = new Map<number, GridCell>()
  let isAfterGap = true
  let block = 0
  for (const [index, row] of rows.entries()) {
    const filled = row.flatMap((cell, column) => (isEmpty(cell) ? [] : [column]))
    if (filled.length === 0) {
      isAfterGap = true
      continue
    }
    const found = isAfterGap || isWord(row[0] ?? '') ? headerOf(rows, index, columnDays) : null
    if (found !== null) {
      header = found
      block++
      const corner = row[found.start] ?? ''
      if (namesDay(corner)) heading = corner
      dayTexts.push(corner, ...[...found.columns.values()].map(({ day }) => day))
      above = new Map()
      columnDays = []
      isAfterGap = false
      continue
    }
    if (header !== null && isTime(row[header.start] ?? '')) {
      const time = row[header.start] ?? ''
      const day = isEmpty(row[header.day] ?? '') && namesDay(time) ? time : (row[header.day] ?? '')
      if (!isEmpty(day)) {
        heading = day
        dayTexts.push(day)
      }
      above = addRow(cells, row, header, { block, heading, above })
      isAfterGap = false
    } else if (filled.length > 1 && filled.every((column) => namesDay(row[column] ?? ''))) {
      columnDays = filledUp(row)
      isAfterGap = true
    } else if (header !== null && filled.some((column) => column > 0) && !isAfterGap) {
      addTexts(cells, row, header, above)
    } else {
      const line = row.filter((cell) => !isEmpty(cell)).join(', ')
      if (header === null && title === '' && filled.length === 1) title = line
      if (namesDay(line)) heading = line
      dayTexts.push(line)
      isAfterGap = true
    }
  }
  const isGrid = new Set(cells.map(({ time }) => time)).size > 1 && cells.some(({ text }) => isWord(text))
  return isGrid ? { title, cells, dayTexts } : null
}

/** Columns that only a table with a session in each row has. */
const perSession = new Set(['title', 'subtitle', 'speakers', 'firstName', 'lastName', 'abstract', 'url', 'duration'])

/** The row as the headings of a grid: no times, and times in the rows below. */
function headerOf(rows: Rows, index: number, columnDays: readonly string[]): Header | null {
  const row = rows[index] ?? []
  const names = row.map((cell) => columnNamed(cell))
  if (names.some((name) => name !== null && perSession.has(name))) return null
  const day = names.indexOf('day')
  const named = names.findIndex((name) => name === 'start')
  const start = named >= 0 ? named : day === 0 ? 1 : 0
  const end = names.indexOf('end')
  const columns = row.flatMap((cell, column) =>
    column === start || column === end || column === day || isEmpty(cell) ? [] : [{ column, cell: cell.trim() }],
  )
  const areDays = columns.length > 0 && columns.every(({ cell }) => namesDay(cell))
  const isAlone = columns.length === 1 && !(isEmpty(row[start] ?? '') || named >= 0 || namesDay(row[start] ?? ''))
  if (
    columns.length === 0 ||
    columns.length > MAX_COLUMNS ||
    isAlone ||
    row.some((cell) => isClearTime(cell) && !namesDay(cell))
  )
    return null
  // The day may stand in a row of its own between the headings and the times.
  const next = rows.slice(index + 1, index + 10).find((one) => {
    const filled = one.filter((cell) => !isEmpty(cell))
    return filled.length > 1 || (filled.length === 1 && !namesDay(filled[0] ?? ''))
  })
  if (next === undefined || !isTime(next[start] ?? '')) return null
  return {
    start,
    end,
    day,
    columns: new Map(
      columns.map(({ column, cell }) => [
        column,
        areDays ? { room: '', day: cell } : { room: cell, day: columnDays[column] ?? '' },
      ]),
    ),
  }
}

/** Adds the cells of a row. Returns them by their columns. */
function addRow(
  cells: GridCell[],
  row: readonly string[],
  header: Header,
  { block, heading, above }: { block: number; heading: string; above: ReadonlyMap<number, GridCell> },
): Map<number, GridCell> {
  const time = row[header.start]?.trim() ?? ''
  const endTime = row[header.end]?.trim() ?? ''
  const added = new Map<number, GridCell>()
  for (const [column, { room, day }] of header.columns) {
    const text = row[column]?.trim() ?? ''
    if (isEmpty(text)) continue
    const days = [day, heading].filter((one) => one !== '')
    const over = above.get(column)
    // The same text once more is a session that reaches over both rows, or over several rooms.
    const beside = [...added.values()].find((cell) => cell.text === text && cell.days[0] === days[0])
    if (over !== undefined && over.text === text && !/^tb[acd]\b/i.test(text)) {
      over.endTime = endTime || time
      added.set(column, over)
    } else if (beside !== undefined) {
      if (room !== '' && !beside.rooms.includes(room)) beside.rooms.push(room)
      added.set(column, beside)
    } else {
      const cell: GridCell = { block, days, time, endTime, rooms: room === '' ? [] : [room], text }
      cells.push(cell)
      added.set(column, cell)
    }
  }
  const [only, ...others] = new Set(added.values())
  // What is for everybody stands in the first column alone.
  if (only !== undefined && others.length === 0 && added.size === 1 && header.columns.size > 1 && isBreak(only.text)) {
    only.rooms.length = 0
  }
  return added
}

const isBreak = (text: string) =>
  /^[^\n]{0,30}(?<!\p{L})(?:lunch|breakfast|dinner|coffee|break|registration|check-?in|pause|kaffee\p{L}*|mittag\p{L}*|registrierung|anmeldung|déjeuner|accueil|comida|almuerzo|pranzo)(?!\p{L})/iu.test(
    text,
  )

/** A row without a time continues the cells above it: with the names of speakers, or with another session. */
function addTexts(cells: GridCell[], row: readonly string[], header: Header, above: Map<number, GridCell>): void {
  const [sample] = above.values()
  for (const [column, { room, day }] of header.columns) {
    const text = row[column]?.trim() ?? ''
    const over = above.get(column)
    if (isEmpty(text)) continue
    if (over !== undefined) over.text += `\n${text}`
    else if (sample !== undefined) {
      const cell = { ...sample, days: [day, ...sample.days.slice(-1)].filter((one) => one !== ''), rooms: [room], text }
      cells.push(cell)
      above.set(column, cell)
    }
  }
}

/** Cells that reach over several columns have their text in the first. */
function filledUp(row: readonly string[]): string[] {
  let last = ''
  return row.map((cell) => {
    last = isEmpty(cell) ? last : cell.trim()
    return last
  })
}

/** Rooms down the side and times along the top, turned. */
function transposed(rows: Rows): Rows {
  const from = rows.findIndex((row) => row.filter(isClearTime).length > 1 && !isTime(row[0] ?? ''))
  const [head = []] = from < 0 ? [] : rows.slice(from)
  if (from < 0 || head.length > 200) return []
  const block = rows.slice(from).filter((row) => row.filter((cell) => !isEmpty(cell)).length > 1)
  return [...rows.slice(0, from), ...head.map((_, column) => block.map((row) => row[column] ?? ''))]
}
