import { alternatives, months } from '../../../../shared/calendar-words.ts'
import { addDays } from '../../../../shared/time.ts'
import type { ReadTime } from '../../read-programme.ts'
import { later, readClock, readDuration, readTime } from '../../read-time.ts'
import type { DayReader } from './day-reader.ts'

/** What the cells of one row say about its time. */
export interface WrittenTimes {
  readonly day: string
  readonly start: string
  readonly end: string
  /** The day on which it ends, if that has a column of its own. */
  readonly endDay?: string
  readonly duration: string
}

const two = (value: number) => String(value).padStart(2, '0')

const clocks =
  /(?<![\d.:])(\d{1,2}\s?(?:h|uhr)(?!\s?\d|\p{L})|\d{1,2}(?:(?:[:.h]|\s?uhr\s)\d{2}(?::\d{2})?)?\s*(?:[ap]\.?\s?m\.?)?)(?![\d.:]*\d)/giu

const monthNames = alternatives(new Map([...months].filter(([name]) => name.length > 2)))
/** Numbers that belong to dates: "2026-04-14", "14.4.26", "4/14", "14.4.", "14 April", "Apr 14". */
const dated = new RegExp(
  String.raw`\d{4}-\d\d-\d\d[T ]?|\d{1,2}([./-])\d{1,2}\1\d{2,4},?|(?<![\d:])\d{1,2}\/\d{1,2}(?![\d:]),?|(?<![\d:])\d{1,2}\.\d{1,2}\.(?=\s|$)|(?<!\d)\d{1,2}(?:\.|st|nd|rd|th)?\s(?:of\s)?(?:${monthNames})(?!\p{L})\.?(?:\s\d{4})?|(?<!\p{L})(?:${monthNames})\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\d:.h]\d)(?:,?\s\d{4})?`,
  'giu',
)

/** The times of day in a text: the two of "9:30 – 10:15 am", the one of "9h". */
export function clocksIn(text: string): string[] {
  // "9" and "9-10" are hours where there is nothing else.
  const [, from, to] = /^\s*(\d{1,2})(?:\s?[-–—]\s?(\d{1,2}))?\s*$/.exec(text) ?? []
  if (from !== undefined) return [from, to].flatMap((hour) => readClock(`${hour ?? ''}:00`) ?? [])
  const [, fromDigits, toDigits] = /^\s*([01]\d[0-5]\d|2[0-3][0-5]\d)(?:\s?[-–—]\s?(\d{4}))?\s*$/.exec(text) ?? []
  if (fromDigits !== undefined) return [fromDigits, toDigits].flatMap((digits) => readClock(digits ?? '') ?? [])
  const withoutDates = text.replaceAll(dated, ' ')
  const halves = /(?<!\p{L})([ap])\.?m\b/iu.exec(withoutDates)
  return [...withoutDates.matchAll(clocks)].flatMap(([, written = '']) => {
    const clock = written
      .trim()
      .replace(/^(\d{1,2})\s?(?:h|uhr)$/i, '$1:00')
      .replace(/\s?uhr\s/i, ':')
    const isBare = /^\d+$/.test(clock)
    // "9 – 10:30 am": the first has the half of the second.
    const half = halves !== null && !/m\.?$/i.test(clock) && Number.parseInt(clock, 10) < 12 ? ` ${halves[1]}m` : ''
    const spelled = isBare && half === '' ? '' : clock.replace(/^(\d{1,2})(?=\s*[ap])/i, '$1:00')
    const read = readClock(`${/^\d+$/.test(spelled) ? `${spelled}:00` : spelled}${half}`)
    return read === null ? [] : [read]
  })
}

/** Spreadsheets count days since 1899, and write a time of day as a part of one: `46126`, `0.375`, `46126.375`. */
export function fromSpreadsheet(cell: string): string {
  const [found, days = '0', part = ''] = /^(\d{5}|0?)((?:[.,]\d+)?)$/.exec(cell) ?? []
  if (found === undefined || cell === '' || cell === '0') return cell
  const day = Number(days)
  // The dates of this century.
  if (days.length === 5 && (day < 36_526 || day > 73_050)) return cell
  const minutes = Math.round(Number(`0${part.replace(',', '.')}`) * 24 * 60)
  const clock = part === '' ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return [days.length === 5 ? addDays('1899-12-30', day) : '', clock].filter((one) => one !== '').join(' ')
}

/** The start and end of a row, in local time unless an offset is written, and the day that the table gives. */
export function timesOfRow(
  written: WrittenTimes,
  { day, reader }: { day: string | null; reader: DayReader },
): { start: ReadTime | null; end: ReadTime | null; day: string | null } {
  // In "2026-04-14 9:00-10:00", the last time is no offset.
  const isRange = /(?<![:\dT])\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d$/.test(written.start)
  const whole = isRange ? null : (readTime(written.start) ?? readTime(`${written.day} ${written.start}`.trim()))
  const date = reader.read(written.day, 'day') ?? reader.read(written.start, 'elsewhere') ?? day
  const [first, second] = clocksIn(written.start)
  const start =
    whole !== null && !('date' in whole)
      ? whole
      : date === null
        ? null
        : first === undefined
          ? { date }
          : ({ local: `${date}T${first}:00` } as const)
  const endDay = reader.read(written.endDay ?? '', 'day')
  return {
    start,
    end: endOf(written, start, { second, endDay }),
    day: date ?? (start === null ? null : startDate(start)),
  }
}

const startDate = (start: ReadTime) =>
  'date' in start ? start.date : ('local' in start ? start.local : start.instant).slice(0, 10)

/** @param second the second time in the cell of the start */
function endOf(
  { end, duration }: WrittenTimes,
  start: ReadTime | null,
  { second, endDay }: { second: string | undefined; endDay: string | null },
): ReadTime | null {
  const whole = readTime(end)
  if (whole !== null && !('date' in whole)) return whole
  const clock = clocksIn(end)[0] ?? second
  if (clock === undefined)
    return later(
      start,
      readDuration(duration.trim()) ?? readDuration(duration.replace(/\s*(?:minutes?|minuten|min|'|’)$/i, '')),
    )
  if (start === null || 'date' in start) return null
  const [from, rest] = 'local' in start ? [start.local, ''] : [start.instant, start.instant.slice(19)]
  const date =
    endDay !== null && endDay >= from.slice(0, 10)
      ? endDay
      : clock < from.slice(11, 16)
        ? addDays(from.slice(0, 10), 1)
        : from.slice(0, 10)
  return 'local' in start ? { local: `${date}T${clock}:00` } : { instant: `${date}T${clock}:00${rest}` }
}
