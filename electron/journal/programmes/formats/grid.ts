import { fail, ok } from '../../../shared/result.ts'
import { addDays } from '../../../shared/time.ts'
import type { ProgrammeFormat, ReadSession, ReadTime } from '../read-programme.ts'
import { emptyProgramme, sessionTitled } from './empty-programme.ts'
import { DayReader } from './table/day-reader.ts'
import { type Grid, type GridCell, readGrid } from './table/read-grid.ts'
import { clocksIn } from './table/table-times.ts'
import { type CellTalk, talksInCell } from './table/talks-in-cell.ts'

/** How much of a text is looked at to see whether it is a grid, in UTF-16 units. */
const BEGINNING = 100_000

/** A table with times down the side and rooms or days along the top, whose cells are sessions. */
export const grid: ProgrammeFormat = {
  id: 'grid',
  detect: ({ text, json }) =>
    json === undefined && !/^\s*</.test(text) && readGrid(text.slice(0, BEGINNING).replaceAll(/\r\n?/g, '\n')) !== null,
  parse({ text, name, expected }) {
    const found = readGrid(text.replaceAll(/\r\n?/g, '\n'))
    if (found === null) return fail('programme.unknown-format')
    const reader = new DayReader({ days: [], others: found.dayTexts, name }, expected)
    const sessions = sessionsOf(found, reader)
    const isDay = reader.read(found.title, 'elsewhere') !== null && found.title.length < 40
    return ok({
      ...emptyProgramme,
      title: isDay ? '' : found.title,
      rooms: found.cells.flatMap(({ rooms }) => rooms),
      sessions,
      assumed: reader.assumed,
      remarks: reader.remarks(),
    })
  },
}

function sessionsOf({ cells }: Grid, reader: DayReader): ReadSession[] {
  // Without "am" and "pm", the hours after noon may begin from 1 again.
  const is24 = cells.some(({ time }) => /[ap]\.?m\b/i.test(time) || clocksIn(time).some((clock) => clock >= '13:00'))
  const latest = new Map<string, string>()
  return cells.flatMap((cell) => {
    const day = cell.days.map((text) => reader.read(text, 'elsewhere')).find((date) => date !== null) ?? reader.only()
    const part = `${cell.block} ${day}`
    const before = latest.get(part) ?? ''
    const [start = '', end] = clocksIn(cell.time).map((clock) => laterClock(clock, before, is24))
    latest.set(part, start > before ? start : before)
    const endTime = clocksIn(cell.endTime).at(-1) ?? end
    return talksInCell(cell.text).map((talk) => {
      const [ownStart = start, ownEnd] = clocksIn(talk.time).map((clock) => laterClock(clock, start, is24))
      const last = talk.time === '' ? endTime : ownEnd
      // After midnight, it is still the evening of the day.
      const isNight = ownStart < '06:00' && before > '12:00'
      const times = {
        start: timeOn(day, ownStart, isNight),
        end: last === undefined ? null : timeOn(day, laterClock(last, ownStart, is24), isNight || last < ownStart),
      }
      return sessionOf(cell, talk, day, times)
    })
  })
}

/** "1:30" after "11:30" is in the afternoon. */
function laterClock(clock: string, before: string, is24: boolean): string {
  const hour = Number(clock.slice(0, 2))
  if (is24 || clock >= before || hour < 1 || hour > 8 || before < '09:00') return clock
  return `${hour + 12}${clock.slice(2)}`
}

function timeOn(day: string | null, clock: string, isNextDay: boolean): ReadTime | null {
  if (day === null || clock === '') return null
  return { local: `${isNextDay ? addDays(day, 1) : day}T${clock}:00` }
}

function sessionOf(
  { rooms }: GridCell,
  { title, speakers, abstract, links }: CellTalk,
  day: string | null,
  times: Pick<ReadSession, 'start' | 'end'>,
): ReadSession {
  return { ...sessionTitled(title), room: rooms.join(', '), ...times, day, speakers, abstract, links }
}
