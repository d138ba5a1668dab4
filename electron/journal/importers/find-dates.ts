import { type Dates, toDay } from '../../shared/import-days.ts'
import { alternatives, months, weekdays } from '../../shared/calendar-words.ts'

const MAX_DAYS = 31
/** How much of a text is searched, in UTF-16 units. */
const SEARCHED = 100_000

const month = `(${alternatives(months)})\\.?`
const weekday = `(?:(?:${alternatives(weekdays)})\\.?,?\\s(?:den\\s|the\\s)?)?`
const ordinal = String.raw`(?:st|nd|rd|th|er|\.?º|\.)?`
const day = `${weekday}(\\d{1,2})${ordinal}`
/** Further days before the last one: the "15" of "14, 15 and 16 April". */
const between = `(?:(?:,|\\s?/)\\s?\\d{1,2}${ordinal}){0,6}`
const to = String.raw`,?\s?(?:-|–|—|/|to|through|bis|zum|au|al?|until|and|&|und|et|y|e|en|tot|t/m)\s?(?:the\s|den\s)?`
const of = String.raw`\s(?:of\s|de\s|di\s)?`
const year = String.raw`(?:,|\sde|\sdel)?\s(\d{4})`
const iso = String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`
const dotted = String.raw`(\d{1,2})\.\s?(\d{1,2})\.`

interface Spelling {
  pattern: string
  /** The names of the groups: day, month and year of the first (1) and of the last day (2). */
  order: readonly string[]
}

/** "14-16 April", "31 January – 1 February", "May 15-23", in any of the languages. */
const ranges: readonly Spelling[] = [
  { pattern: `${day}${between}${to}${day}${of}${month}`, order: ['d1', 'd2', 'm2'] },
  { pattern: `${day}${of}${month}${to}${day}${of}${month}`, order: ['d1', 'm1', 'd2', 'm2'] },
  { pattern: `${weekday}${month}\\s${day}${between}${to}${day}`, order: ['m2', 'd1', 'd2'] },
  { pattern: `${weekday}${month}\\s${day}${to}${weekday}${month}\\s${day}`, order: ['m1', 'd1', 'm2', 'd2'] },
]

const spelled: readonly Spelling[] = [
  ...ranges.map(({ pattern, order }) => ({ pattern: `${pattern}${year}`, order: [...order, 'y2'] })),
  { pattern: `${day}${of}${month}${year}${to}${day}${of}${month}${year}`, order: ['d1', 'm1', 'y1', 'd2', 'm2', 'y2'] },
  {
    pattern: `${month}\\s${day},?\\s(\\d{4})${to}${month}\\s${day},?\\s(\\d{4})`,
    order: ['m1', 'd1', 'y1', 'm2', 'd2', 'y2'],
  },
  { pattern: `${iso}${to}${iso}`, order: ['y1', 'n1', 'd1', 'y2', 'n2', 'd2'] },
  { pattern: `(\\d{1,2})\\.${to}${dotted}\\s?(\\d{4})`, order: ['d1', 'd2', 'n2', 'y2'] },
  { pattern: `${dotted}${to}${dotted}\\s?(\\d{4})`, order: ['d1', 'n1', 'd2', 'n2', 'y2'] },
]

const single: readonly Spelling[] = [
  { pattern: `${day}${of}${month}${year}`, order: ['d2', 'm2', 'y2'] },
  { pattern: `${weekday}${month}\\s${day},?\\s(\\d{4})`, order: ['m2', 'd2', 'y2'] },
  { pattern: iso, order: ['y2', 'n2', 'd2'] },
  { pattern: `${dotted}\\s?(\\d{4})`, order: ['d2', 'n2', 'y2'] },
]

/** Lower-case letters of Latin scripts. Classes of all letters, in either case, take far longer to compile. */
const letters = 'a-zß-ɏ'

type Matcher = { expression: RegExp; order: readonly string[] }

const compile = (spellings: readonly Spelling[], ending: string): Matcher[] =>
  spellings.map(({ pattern, order }) => ({
    expression: new RegExp(String.raw`(?<![${letters}\d.])${pattern}${ending}`, 'g'),
    order,
  }))

const withYear = compile(spelled, String.raw`(?!\d)`)
const withoutYear = compile(ranges, String.raw`(?![${letters}\d]|,?\s?\d{4})`)
const singles = compile(single, String.raw`(?!\d)`)

/** The days of a conference that a text mentions; `null` if it mentions none, or several different ranges. */
export function findDates(text: string): Dates | null {
  return only(search(text, withYear, null))
}

/** Like {@link findDates}, for dates without a year. */
export function findDatesIn(text: string, yearOf: number): Dates | null {
  return only(search(text, withoutYear, yearOf))
}

/** All single days that a text mentions with their year, in the order of their spellings. */
export function findSingleDays(text: string): string[] {
  return [...new Set(search(text, singles, null).map(({ lastDay }) => lastDay))]
}

function only(found: readonly Dates[]): Dates | null {
  const byDays = new Map(found.map((dates) => [`${dates.firstDay}/${dates.lastDay}`, dates]))
  const [dates, ...others] = byDays.values()
  return dates !== undefined && others.length === 0 ? dates : null
}

function search(text: string, matchers: readonly Matcher[], yearOf: number | null): Dates[] {
  const found: Dates[] = []
  const words = text.slice(0, SEARCHED).toLowerCase()
  for (const { expression, order } of matchers) {
    for (const match of words.matchAll(expression)) {
      // "Chapters 2 and 3 may" is no date; with a year, it would be one.
      if (yearOf !== null && isVerb(text.slice(match.index, match.index + match[0].length))) continue
      const parts = Object.fromEntries(order.map((name, index) => [name, match[index + 1] ?? '']))
      const dates = toDates(parts, yearOf)
      if (dates !== null) found.push(dates)
    }
  }
  return found
}

function isVerb(words: string): boolean {
  return /\bmay$/.test(words)
}

function toDates(parts: Readonly<Record<string, string>>, yearOf: number | null): Dates | null {
  const lastMonth = monthOf(parts['m2'], parts['n2'])
  const firstMonth = monthOf(parts['m1'], parts['n1']) ?? lastMonth
  if (firstMonth === null || lastMonth === null) return null
  const lastYear = parts['y2'] === undefined ? yearOf : Number(parts['y2'])
  if (lastYear === null) return null
  const lastDay = toDay(lastYear, lastMonth, Number(parts['d2']))
  if (lastDay === null) return null
  if (parts['d1'] === undefined) return { firstDay: lastDay, lastDay }
  // A range that ends in January began in the year before.
  const firstYear = parts['y1'] === undefined ? lastYear - (firstMonth > lastMonth ? 1 : 0) : Number(parts['y1'])
  const firstDay = toDay(firstYear, firstMonth, Number(parts['d1']))
  if (firstDay === null) return null
  const length = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000
  return length > 0 && length < MAX_DAYS ? { firstDay, lastDay } : null
}

function monthOf(name: string | undefined, number: string | undefined): number | null {
  if (number !== undefined) return Number(number)
  return name === undefined ? null : (months.get(name.toLowerCase()) ?? null)
}
