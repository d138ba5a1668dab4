import { fail, ok } from '../../../shared/result.ts'
import { plainLineOf } from '../markdown-of.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { emptyProgramme, sessionTitled } from './empty-programme.ts'
import type { Speaker } from '../../../shared/trip.ts'
import { linkedText, namesIn } from './table/talks-in-cell.ts'
import { peopleInCell } from './table/people-in-cell.ts'
import { DayReader } from './table/day-reader.ts'
import { clocksIn, timesOfRow } from './table/table-times.ts'

/** Maximum length of a line about one session. */
const MAX_LINE = 500

/** "10:45", "10:45–11:15", "9.30 am - 10.15 am", at the beginning of a line. */
const timed =
  /^(?:[-*•]\s+)?\**(\d{1,2}(?:[:.h]\d\d|\s?h|\s?[ap]\.?m)\s?(?:[ap]\.?m\.?)?(?:\s?(?:-|–|—|to|bis|à|until)\s?\d{1,2}(?:[:.h]\d\d|\s?h|\s?[ap]\.?m)?\s?(?:[ap]\.?m\.?)?)?)\**(?:\s*(?:[:|–—-]|uhr\b:?)\s*|\s+)(\S.*)$/i

/** Lines such as "10:45 Title — Ada Lovelace (Room 2)", under headings that name the days. */
export const scheduleLines: ProgrammeFormat = {
  id: 'lines',
  detect: ({ text, json }) =>
    json === undefined && !/^\s*</.test(text) && linesOf(text.slice(0, 100_000)).filter(isTimed).length > 1,
  parse({ text, name, expected }) {
    const lines = linesOf(text)
    const headings = lines.filter((line) => !isTimed(line))
    const reader = new DayReader({ days: [], others: headings, name }, expected)
    const sessions = sessionsOf(lines, reader)
    if (sessions.length === 0) return fail('programme.unknown-format')
    return ok({
      ...emptyProgramme,
      title: titleOf(lines, reader),
      rooms: sessions.map(({ room }) => room),
      sessions,
      assumed: reader.assumed,
      remarks: reader.remarks(),
    })
  },
}

const linesOf = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= MAX_LINE)

const isTimed = (line: string) => timed.test(line)

/** The first line, if it is neither a day nor a session. */
function titleOf([first = '']: readonly string[], reader: DayReader): string {
  return isTimed(first) || (first.length < 40 && reader.read(first, 'elsewhere') !== null)
    ? ''
    : plainLineOf(first.replace(/^#+\s*/, ''))
}

function sessionsOf(lines: readonly string[], reader: DayReader): ReadSession[] {
  let day = reader.only()
  return lines.flatMap((line): ReadSession[] => {
    const [, time = '', words = ''] = timed.exec(line) ?? []
    if (time === '' || clocksIn(time).length === 0) {
      day = reader.read(line, 'elsewhere') ?? day
      return []
    }
    const { start, end } = timesOfRow({ day: '', start: time, end: '', duration: '' }, { day, reader })
    return [sessionOf(words, start, end)]
  })
}

/** The cells of a line that was pasted from a table without its header: a title, speakers, a room. */
function cellsOf(words: string): { title: string; speakers: readonly Speaker[]; room: string } | null {
  const separator = words.includes('\t') ? '\t' : / \| .* \| /.test(words) ? ' | ' : null
  if (separator === null) return null
  const [title = '', ...others] = words.split(separator).map((cell) => linkedText(cell).text)
  const filled = others.filter((cell) => cell !== '')
  if (filled.length === 0) return null
  const people = filled.find((cell) => namesIn(cell, 2) !== null)
  return {
    title,
    speakers: people === undefined ? [] : (namesIn(people, 2) ?? []),
    room: filled.filter((cell) => cell !== people).join(', '),
  }
}

function sessionOf(words: string, start: ReadSession['start'], end: ReadSession['end']): ReadSession {
  const cells = cellsOf(words)
  const line = cells?.title ?? linkedText(words).text
  const [, beforeRoom = line, room = ''] =
    cells === null ? (/^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(line) ?? []) : [line, line, cells.room]
  const [, title = beforeRoom, speakers = ''] =
    /^(.*\S)\s+[—–|-]\s+(\S.*)$/.exec(beforeRoom) ??
    /^(.*[^\s,]),?\s+(?:by|par|por)\s+(\p{Lu}.*)$/u.exec(beforeRoom) ??
    []
  return { ...sessionTitled(title), room, start, end, speakers: cells?.speakers ?? peopleInCell(speakers, '') }
}
