import { longDate, reportLanguages, wordsOf } from '../../shared/report/language.ts'

/** A range of days, both included. */
export interface Dates {
  firstDay: string
  lastDay: string
}

const codes = reportLanguages.map(({ code }) => code)
const MAX_DAYS = 31

/** Month names -> their numbers, in the languages of reports. */
const months = new Map<string, number>(
  codes.flatMap((code) =>
    Array.from({ length: 12 }, (_, month) => {
      // Formatted with a day: in some languages, a month's name is different on its own.
      const parts = new Intl.DateTimeFormat(code, { day: 'numeric', month: 'long', timeZone: 'UTC' }).formatToParts(
        Date.UTC(2024, month, 1),
      )
      const name = parts.find((part) => part.type === 'month')?.value ?? ''
      return [name.toLowerCase(), month + 1] as const
    }),
  ),
)
const month = `(${[...months.keys()].toSorted((a, b) => b.length - a.length).join('|')})`
const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.|º)?`
const to = String.raw`\s?(?:-|–|—|to|bis|au|al?|until|and|und|et|y|e|tot)\s?`
const de = String.raw`\s(?:of\s|de\s)?`

/** "14-16 April 2026", "31 January – 1 February 2026", "May 15-23, 2024", in any of the languages. */
const spellings = [
  { pattern: `${day}${to}${day}${de}${month}(?:,|\\sde)?\\s(\\d{4})`, order: ['d1', 'd2', 'm2', 'y'] },
  {
    pattern: `${day}${de}${month}${to}${day}${de}${month}(?:,|\\sde)?\\s(\\d{4})`,
    order: ['d1', 'm1', 'd2', 'm2', 'y'],
  },
  { pattern: `${month}\\s${day}${to}${day},?\\s(\\d{4})`, order: ['m2', 'd1', 'd2', 'y'] },
  { pattern: `${month}\\s${day}${to}${month}\\s${day},?\\s(\\d{4})`, order: ['m1', 'd1', 'm2', 'd2', 'y'] },
].map(({ pattern, order }) => ({ pattern: new RegExp(`(?<![\\p{L}\\d])${pattern}(?!\\d)`, 'giu'), order }))

/** The days of a conference that a report mentions; `null` if it mentions none, or several different ranges. */
export function findDates(text: string): Dates | null {
  const found = new Map<string, Dates>()
  for (const { pattern, order } of spellings) {
    for (const match of text.slice(0, 100_000).matchAll(pattern)) {
      const parts = Object.fromEntries(order.map((name, index) => [name, match[index + 1] ?? '']))
      const dates = toDates(parts)
      if (dates !== null) found.set(`${dates.firstDay}/${dates.lastDay}`, dates)
    }
  }
  const [dates, ...others] = found.values()
  return dates !== undefined && others.length === 0 ? dates : null
}

function toDates(parts: Record<string, string>): Dates | null {
  const lastMonth = months.get((parts['m2'] ?? '').toLowerCase())
  const firstMonth = parts['m1'] === undefined ? lastMonth : months.get(parts['m1'].toLowerCase())
  if (firstMonth === undefined || lastMonth === undefined) return null
  const lastDay = toDay(Number(parts['y']), lastMonth, Number(parts['d2']))
  // A range that ends in January began in the year before.
  const firstYear = Number(parts['y']) - (firstMonth > lastMonth ? 1 : 0)
  const firstDay = toDay(firstYear, firstMonth, Number(parts['d1']))
  if (firstDay === null || lastDay === null) return null
  const length = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000
  return length > 0 && length < MAX_DAYS ? { firstDay, lastDay } : null
}

/** A date; `null` if it does not exist in the calendar. */
function toDay(year: number, monthNumber: number, dayNumber: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber))
  return date.getUTCMonth() === monthNumber - 1 ? date.toISOString().slice(0, 10) : null
}

/** "1st Day", "Tag 2" -> the number of the day. */
const numbered = new Map<string, number>(
  codes.flatMap((code) =>
    Array.from({ length: MAX_DAYS }, (_, index) => index + 1).flatMap((number) => [
      [wordsOf(code).ordinalDay(number).toLowerCase(), number] as const,
      [wordsOf(code).numberedDay(number).toLowerCase(), number] as const,
    ]),
  ),
)

/** The day that a heading is about, as a number or a date; `null` if it is about something else. */
export function dayOfHeading(heading: string): { number: number } | { date: string } | null {
  const words = heading.trim().toLowerCase()
  const number = numbered.get(words)
  if (number !== undefined) return { number }
  const year = /\b(\d{4})\b/.exec(words)?.[1]
  const date = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)?.[1]
  if (year === undefined || date === undefined) return null
  for (let monthNumber = 1; monthNumber <= 12; monthNumber++) {
    const candidate = toDay(Number(year), monthNumber, Number(date))
    if (candidate === null) continue
    if (codes.some((code) => longDate(candidate, code).toLowerCase() === words)) return { date: candidate }
  }
  return null
}
