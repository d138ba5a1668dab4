import { months, weekdays } from '../../../../shared/calendar-words.ts'
import { isDate } from '../../read-time.ts'

export type DateOrder = 'day-first' | 'month-first'

/**
 * Whether dates with slashes begin with the day or the month, from all dates of a table: one number may be too large for
 * a month, or only one of them changes from day to day.
 */
export function dateOrder(texts: readonly string[]): DateOrder {
  const pairs = texts.flatMap((text) => {
    const [, first, second, year] = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/]*\/\D|\d)(\/\d{2,4})?/.exec(text) ?? []
    // In longer texts, "1/2" need not be a date.
    return first === undefined || (year === undefined && text.length > 24) ? [] : [[Number(first), Number(second)]]
  })
  if (pairs.some(([first = 0, second = 0]) => second > 12 && first <= 12)) return 'month-first'
  if (pairs.some(([first = 0]) => first > 12)) return 'day-first'
  const [firsts, seconds] = [new Set(pairs.map(([first]) => first)), new Set(pairs.map(([, second]) => second))]
  if (firsts.size === 1 && seconds.size > 1) return 'month-first'
  if (seconds.size === 1 && firsts.size > 1) return 'day-first'
  // With "am" and "pm", the table is probably American.
  return texts.some((text) => /\d\s?[ap]\.?m\b/i.test(text)) ? 'month-first' : 'day-first'
}

/** Finds a date with its year in a text: "2026-04-14", "14.04.2026", "4/14/26", "Tuesday, 14 April 2026". */
export function dateIn(text: string, order: DateOrder): string | null {
  const [, isoYear, isoMonth, isoDay] = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? []
  if (isoYear !== undefined) return dateFrom(Number(isoYear), Number(isoMonth), Number(isoDay))
  const [, hanYear, hanMonth, hanDay] = /(?<!\d)(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]/.exec(text) ?? []
  if (hanYear !== undefined) return dateFrom(Number(hanYear), Number(hanMonth), Number(hanDay))
  const single = firstOfRange(text)
  const [, first, sign, second, last] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/.exec(single) ?? []
  if (first !== undefined) {
    const isDayFirst = sign !== '/' || order === 'day-first'
    const full = Number(last) < 100 ? 2000 + Number(last) : Number(last)
    const [day, month] = isDayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)]
    return dateFrom(full, month, day)
  }
  const [, shortDay, name = '', shortYear] = /(?<!\d)(\d{1,2})[-/.](\p{L}{3,})[-/.’'](\d\d)(?!\d)/u.exec(single) ?? []
  const short = months.get(name.toLowerCase())
  if (short !== undefined) return dateFrom(2000 + Number(shortYear), short, Number(shortDay))
  const spelled = spelledDate(single)
  return spelled === null || spelled.year === null ? null : dateFrom(spelled.year, spelled.month, spelled.day)
}

/** "14–16 April 2026" and "14.–16.04.2026" as their first day. */
function firstOfRange(text: string): string {
  return text.replace(
    /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:-|–|—|to|bis|au|and|und|&)\s*\d{1,2}(?=(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?:\p{L}{3,}|\d{1,2}\.\d{4}))/u,
    '$1',
  )
}

interface SpelledDate {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

function spelledDate(text: string): SpelledDate | null {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  if (words.length > 40) return null
  const at = words.findIndex((word) => word.length > 2 && months.has(word))
  const month = months.get(words[at] ?? '')
  if (month === undefined) return null
  const numberAt = (index: number) => (/^\d+$/.test(words[index] ?? '') ? Number(words[index]) : 0)
  const year = words.map((_, index) => numberAt(index)).find((number) => number > 1900 && number < 2200) ?? null
  // "14 April", "April 14", "14th of April".
  const day = [at - 1, at + 1, at - 2, at - 3].map(numberAt).find((number) => number >= 1 && number <= 31)
  return day === undefined ? null : { year, month, day }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `null` if there is no such day. */
export function dateFrom(year: number, month: number, day: number): string | null {
  const date = `${year}-${two(month)}-${two(day)}`
  return isDate(date) ? date : null
}

/** Where a text comes from: the column of days, where anything may be a day, or elsewhere. */
export type Place = 'day' | 'elsewhere'

/** A date without its year. */
export interface YearlessDate {
  readonly month: number
  readonly day: number
  /** From 0 for Sunday; `null` if it is not named. */
  readonly weekday: number | null
}

/** Longer texts elsewhere are not about the day, even if they name one. */
const MAX_HEADING = 60

/** Finds a date without a year: "14 April", "Tue 14 Apr", "4/14", "14.4.". */
export function yearlessIn(text: string, order: DateOrder, place: Place): YearlessDate | null {
  const line = firstOfRange(text.trim())
  if (place === 'elsewhere' && line.length > MAX_HEADING) return null
  const weekday = weekdayNamed(line)
  const [found, before = '', first, sign = '', second, dot = ''] =
    /^(?:(\p{L}+)\.?,?\s+)?(\d{1,2})([./-])(\d{1,2})(?!\d)(\.?)(?=$|[\s,:;–—T-])/u.exec(line) ?? []
  if (found !== undefined && (before === '' || weekday !== null)) {
    // Elsewhere, "14.04" and "9-10" are times.
    const isMeant = place === 'day' || sign === '/' || dot === '.' || (before !== '' && sign === '.')
    const isDayFirst = sign === '.' || (order === 'day-first' && Number(second) <= 12) || Number(first) > 12
    const [day, month] = isDayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)]
    if (isMeant && dateFrom(2000, month, day) !== null) return { month, day, weekday }
  }
  const [, hanMonth, hanDay] = /(?<!\d)(\d{1,2})[月월]\s?(\d{1,2})[日일]/.exec(line) ?? []
  if (hanMonth !== undefined) return { month: Number(hanMonth), day: Number(hanDay), weekday: null }
  const spelled = spelledDate(line)
  // "Call for papers closes 1 March" is about something else.
  if (place === 'elsewhere' && lettersBesideDate(line) > 18) return null
  if (spelled === null || spelled.year !== null || dateFrom(2000, spelled.month, spelled.day) === null) return null
  return { month: spelled.month, day: spelled.day, weekday }
}

/** The number of letters in words that are not part of a date. */
function lettersBesideDate(line: string): number {
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? []
  const others = words.filter((word) => !months.has(word) && !weekdays.has(word))
  return others.reduce((sum, word) => sum + word.length, 0)
}

/** The weekday that a text begins with. "Mar 14" is in March, and not on a mardi. */
function weekdayNamed(text: string): number | null {
  const word = (/^\p{L}+/u.exec(text)?.[0] ?? '').toLowerCase()
  return months.has(word) ? null : (weekdays.get(shortened.get(word) ?? word) ?? null)
}

/** What people write and no calendar does. */
const shortened = new Map([
  ['tues', 'tue'],
  ['weds', 'wed'],
  ['thur', 'thu'],
  ['thurs', 'thu'],
])

/** A day by its weekday, "Tuesday" or "Tue 14". */
export interface NamedDay {
  readonly weekday: number
  readonly dayOfMonth: number | null
}

export function namedDayIn(text: string): NamedDay | null {
  const [, word = '', day] = /^[\s#*]*(\p{L}+)\.?,?(?:\s+(\d{1,2})(?:\.|st|nd|rd|th)?)?[\s:*]*$/u.exec(text) ?? []
  const name = word.toLowerCase()
  const weekday = weekdays.get(shortened.get(name) ?? name)
  return weekday === undefined ? null : { weekday, dayOfMonth: day === undefined ? null : Number(day) }
}

const dayWord = String.raw`(?:day|tag|jour|journée|día|dia|giorno|giornata|dag|dzień|päivä)`
const numbered = new RegExp(
  String.raw`(?:^|[^\p{L}])${dayWord}\s*[#№]?\s*(\d{1,2}|one|two|three|four|five)(?![\p{L}\d]|\s?(?:min|[ap]m\b))`,
  'iu',
)
const ordinal = new RegExp(
  String.raw`(?:^|[^\p{L}\d])(?:(\d{1,2})\s*(?:st|nd|rd|th|er|ère|e|ème|º|ª|\.)|(first|second|third|fourth|fifth))\s+${dayWord}(?!\p{L})`,
  'iu',
)
const spelledNumbers = ['one', 'two', 'three', 'four', 'five']
const spelledOrdinals = ['first', 'second', 'third', 'fourth', 'fifth']

/** The number of a day: 2 for "Day 2", "Tag 2", "2e jour", and for "2" where only days are. */
export function dayNumberIn(text: string, place: Place): number | null {
  const line = text.trim()
  if (place === 'day' && /^#?\d$/.test(line)) return Number(line.replace('#', ''))
  if (place === 'elsewhere' && line.length > MAX_HEADING) return null
  const [, number] = numbered.exec(line) ?? []
  const [, digits, word] = ordinal.exec(line) ?? []
  const written = (number ?? digits ?? word ?? '').toLowerCase()
  if (written === '') return null
  if (/^\d/.test(written)) return Number(written)
  return Math.max(spelledNumbers.indexOf(written), spelledOrdinals.indexOf(written)) + 1
}

/** Whether a short text is about a day. */
export function namesDay(text: string): boolean {
  return (
    text.length <= MAX_HEADING &&
    (dateIn(text, 'day-first') !== null ||
      dateIn(text, 'month-first') !== null ||
      yearlessIn(text, 'day-first', 'elsewhere') !== null ||
      dayNumberIn(text, 'elsewhere') !== null ||
      namedDayIn(text) !== null)
  )
}
