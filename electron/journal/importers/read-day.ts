import { toDay } from '../../shared/import-days.ts'
import { alternatives, months, weekdays } from '../../shared/calendar-words.ts'

const MAX_LENGTH = 100

const time = String.raw`(?:[T\s,]+\d{1,2}:\d{2}.*|[T\s,]+\d{1,2}h\d{0,2})?`
const weekday = `(?:(?:${alternatives(weekdays)})\\.?,?\\s)?`
const month = `(${alternatives(months)})\\.?`
const ordinal = String.raw`(?:st|nd|rd|th|er|\.?º|\.)?`

const spellings: readonly { pattern: RegExp; order: 'ymd' | 'dmy' | 'mdy' }[] = [
  { pattern: new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})Z?${time}$`, 'i'), order: 'ymd' },
  { pattern: new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:T\\d{4,6}Z?)?$`, 'i'), order: 'ymd' },
  { pattern: new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})${time}$`, 'i'), order: 'dmy' },
  { pattern: new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})${time}$`, 'i'), order: 'dmy' },
  {
    pattern: new RegExp(
      `^${weekday}(\\d{1,2})${ordinal}[\\s-](?:of\\s|de\\s)?${month}(?:,|\\sde)?[\\s-](\\d{4})${time}$`,
      'i',
    ),
    order: 'dmy',
  },
  { pattern: new RegExp(`^${weekday}${month}\\s(\\d{1,2})${ordinal},?\\s(\\d{4})${time}$`, 'i'), order: 'mdy' },
  // As JavaScript and Unix print it: "Wed Jun 24 10:00:00 2026".
  {
    pattern: new RegExp(`^${weekday}${month}\\s(\\d{1,2})\\s[\\d:]{5,8}\\s(?:[A-Z]{3,4}\\s)?(\\d{4})$`, 'i'),
    order: 'mdy',
  },
]

/**
 * Reads a date as people and programs write it, with or without a time: `2026-6-24`, `24 June 2026`, `Jun 24, 2026`,
 * `24.6.2026`.
 *
 * @returns `YYYY-MM-DD`; `null` if it is not a date, or could be two: `03/04/2026`
 */
export function readDay(text: string): string | null {
  const written = text.trim()
  if (written.length > MAX_LENGTH) return null
  for (const { pattern, order } of spellings) {
    const match = pattern.exec(written)
    if (match === null) continue
    const [first = '', second = '', third = ''] = match.slice(1)
    if (order === 'ymd') return toDay(Number(first), Number(second), Number(third))
    if (order === 'mdy') return toDay(Number(third), months.get(first.toLowerCase()) ?? 0, Number(second))
    if (/^\d+$/.test(second)) return readNumbers(written, Number(first), Number(second), Number(third))
    return toDay(Number(third), months.get(second.toLowerCase()) ?? 0, Number(first))
  }
  return null
}

/** With slashes, Americans write the month first. */
function readNumbers(written: string, first: number, second: number, year: number): string | null {
  if (/^\d{1,2}\./.test(written)) return toDay(year, second, first)
  if (first > 12) return toDay(year, second, first)
  if (second > 12) return toDay(year, first, second)
  return first === second ? toDay(year, first, second) : null
}

/** The date with which the name of a file or folder begins: `2026-04-16-title.md`. */
export function dayOfName(name: string): string | null {
  const [, year, monthNumber, day] = /(?:^|\/)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name) ?? []
  return year === undefined ? null : toDay(Number(year), Number(monthNumber), Number(day))
}
