import { months } from '../../../../shared/calendar-words.ts'
import { addDays } from '../../../../shared/time.ts'
import type { ReadTime } from '../../read-programme.ts'
import { isDate, later, readClock, readDuration, readTime } from '../../read-time.ts'

/** What the cells of one row say about its time. */
export interface WrittenTimes {
  readonly day: string
  readonly start: string
  readonly end: string
  readonly duration: string
}

export type DateOrder = 'day-first' | 'month-first'

/** Whether dates with slashes begin with the day or the month, from all dates of a table: one number may be too large. */
export function dateOrder(texts: readonly string[]): DateOrder {
  const isMonthFirst = texts.some((text) => {
    const [, first, second] = /(?<!\d)(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(text) ?? []
    return first !== undefined && Number(second) > 12 && Number(first) <= 12
  })
  if (isMonthFirst) return 'month-first'
  // With "am" and "pm", the table is probably American.
  const isDayFirst = texts.some((text) => Number(/(?<!\d)(\d{1,2})\/\d{1,2}\/\d{2,4}/.exec(text)?.[1] ?? 0) > 12)
  return !isDayFirst && texts.some((text) => /\d\s?[ap]\.?m\b/i.test(text)) ? 'month-first' : 'day-first'
}

/**
 * Finds a date in a text: "2026-04-14", "14.04.2026", "4/14/26", "Tuesday, 14 April 2026", "April 14".
 *
 * @param year for dates without one; `null` if they are not to be found
 */
export function dateIn(text: string, order: DateOrder, year: number | null): string | null {
  const [, isoYear, isoMonth, isoDay] = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? []
  if (isoYear !== undefined) return dateFrom(Number(isoYear), Number(isoMonth), Number(isoDay))
  const [, first, sign, second, last] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/.exec(text) ?? []
  if (first !== undefined) {
    const isDayFirst = sign !== '/' || order === 'day-first'
    const full = Number(last) < 100 ? 2000 + Number(last) : Number(last)
    const [day, month] = isDayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)]
    return dateFrom(full, month, day)
  }
  return spelledDate(text, year)
}

function spelledDate(text: string, year: number | null): string | null {
  const [, shortDay, name = '', shortYear] = /(?<!\d)(\d{1,2})[-/.](\p{L}{3,})[-/.’'](\d\d)(?!\d)/u.exec(text) ?? []
  const short = months.get(name.toLowerCase())
  if (short !== undefined) return dateFrom(2000 + Number(shortYear), short, Number(shortDay))
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  if (words.length > 40) return null
  const at = words.findIndex((word) => word.length > 2 && months.has(word))
  const month = months.get(words[at] ?? '')
  if (month === undefined) return null
  const numberAt = (index: number) => (/^\d+$/.test(words[index] ?? '') ? Number(words[index]) : 0)
  const full = words.map((_, index) => numberAt(index)).find((number) => number > 1900 && number < 2200) ?? year
  // "14 April", "April 14", "14th of April".
  const day = [at - 1, at + 1, at - 2, at - 3].map(numberAt).find((number) => number >= 1 && number <= 31)
  return full === null || day === undefined ? null : dateFrom(full, month, day)
}

const two = (value: number) => String(value).padStart(2, '0')

function dateFrom(year: number, month: number, day: number): string | null {
  const date = `${year}-${two(month)}-${two(day)}`
  return isDate(date) ? date : null
}

const clocks =
  /(?<![\d.:])(\d{1,2}\s?(?:h|uhr)(?!\s?\d|\p{L})|\d{1,2}(?:(?:[:.h]|\s?uhr\s)\d{2}(?::\d{2})?)?\s*(?:[ap]\.?\s?m\.?)?)(?![\d.:]*\d)/giu

/** The times of day in a text: the two of "9:30 – 10:15 am", the one of "9h". */
export function clocksIn(text: string): string[] {
  const withoutDates = text.replaceAll(/\d{4}-\d\d-\d\d[T ]?|\d{1,2}([./-])\d{1,2}\1\d{2,4},?/g, ' ')
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
  { day, order, year }: { day: string | null; order: DateOrder; year: number | null },
): { start: ReadTime | null; end: ReadTime | null; day: string | null } {
  const whole = readTime(written.start) ?? readTime(`${written.day} ${written.start}`.trim())
  const date = dateIn(written.day, order, year) ?? dateIn(written.start, order, year) ?? day
  const [first, second] = clocksIn(written.start)
  const start =
    whole !== null && !('date' in whole)
      ? whole
      : date === null
        ? null
        : first === undefined
          ? { date }
          : ({ local: `${date}T${first}:00` } as const)
  return { start, end: endOf(written, start, second), day: date ?? (start === null ? null : startDate(start)) }
}

const startDate = (start: ReadTime) =>
  'date' in start ? start.date : ('local' in start ? start.local : start.instant).slice(0, 10)

function endOf({ end, duration }: WrittenTimes, start: ReadTime | null, second: string | undefined): ReadTime | null {
  const whole = readTime(end)
  if (whole !== null && !('date' in whole)) return whole
  const clock = clocksIn(end)[0] ?? second
  if (clock === undefined) return later(start, readDuration(duration.replace(/\s*(?:minutes?|minuten|min|'|’)$/i, '')))
  if (start === null || 'date' in start) return null
  const [from, rest] = 'local' in start ? [start.local, ''] : [start.instant, start.instant.slice(19)]
  const date = clock < from.slice(11, 16) ? addDays(from.slice(0, 10), 1) : from.slice(0, 10)
  return 'local' in start ? { local: `${date}T${clock}:00` } : { instant: `${date}T${clock}:00${rest}` }
}
