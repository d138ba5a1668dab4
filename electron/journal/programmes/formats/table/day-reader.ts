import { message, type Message } from '../../../../shared/messages/message.ts'
import { addDays, daysBetween } from '../../../../shared/time.ts'
import type { ExpectedDays, ReadProgramme } from '../../read-programme.ts'
import {
  dateFrom,
  dateIn,
  dateOrder,
  type DateOrder,
  dayNumberIn,
  type NamedDay,
  namedDayIn,
  type Place,
  type YearlessDate,
  yearlessIn,
} from './table-dates.ts'

/** All texts of a table that say when something is, in their order. */
export interface DayTexts {
  /** The cells of the column with the days. */
  readonly days: readonly string[]
  /** Other cells with times, and the lines between and above the rows. */
  readonly others: readonly string[]
  /** The name of the file. */
  readonly name: string
}

/**
 * Reads the days of a table. Some are written without a year, some only as "Day 2" or "Tuesday": then the table's other
 * dates say which day that is, or the trip, or it is the likeliest from today.
 */
export class DayReader {
  readonly order: DateOrder
  readonly #expected: ExpectedDays
  readonly #full: string | null
  readonly #texts: readonly { text: string; place: Place }[]
  /** A date that dates without a year are near to. */
  #near: string | null = null
  /** The date from which numbers and weekdays are counted. */
  #first: string | null = null
  /** The same, if nothing in the table says it. */
  #counted: string | null = null
  #assumed: ReadProgramme['assumed'] = null
  #isFromZero: boolean | null = null
  #namesDays: boolean | null = null
  readonly #name: string

  constructor({ days, others, name }: DayTexts, expected: ExpectedDays) {
    this.order = dateOrder([...days, ...others])
    this.#expected = expected
    this.#name = name
    this.#texts = [
      ...days.map((text) => ({ text, place: 'day' as const })),
      ...others.map((text) => ({ text, place: 'elsewhere' as const })),
    ]
    const dates = this.#texts.flatMap(({ text }) => dateIn(text, this.order) ?? [])
    this.#full = dates.length === 0 ? null : dates.reduce((a, b) => (a < b ? a : b))
  }

  /** The date that a text names; `null` if it names none. */
  read(text: string, place: Place): string | null {
    const full = dateIn(text, this.order)
    if (full !== null) return full
    const yearless = yearlessIn(text, this.order, place)
    if (yearless !== null) return this.#inYear(yearless)
    const number = dayNumberIn(text, place)
    if (number !== null) return addDays(this.#firstDay(), number - this.#lowest())
    const named = namedDayIn(text)
    return named === null ? null : nextDay(named, this.#firstDay())
  }

  /** The day of times without any; `null` if the table names days elsewhere. */
  only(): string | null {
    this.#namesDays ??= this.#texts.some(({ text, place }) => this.read(text, place) !== null)
    return this.#namesDays ? null : this.#firstDay()
  }

  /** What of the days that were read was assumed. */
  get assumed(): ReadProgramme['assumed'] {
    return this.#assumed
  }

  /** What to tell about the days that were read. */
  remarks(): Message[] {
    if (this.#counted !== null) return [message('programme.remark-days', { day: { day: this.#counted } })]
    return this.#assumed === 'year' && this.#near !== null
      ? [message('programme.remark-year', { year: this.#near.slice(0, 4) })]
      : []
  }

  #inYear(date: YearlessDate): string | null {
    this.#near ??= this.#yearOf(date)
    return nearest(date, this.#near)
  }

  /** A date near the first one without a year: by the other dates, the trip, the file's name, or the weekdays. */
  #yearOf(first: YearlessDate): string {
    if (this.#full !== null) return this.#full
    const [headed] = yearsIn(
      this.#texts.flatMap(({ text, place }) => (place === 'elsewhere' && isHeading(text) ? [text] : [])),
    )
    if (headed !== undefined) return `${headed}-${monthAndDay(first)}`
    if (this.#expected.firstDay !== null) return this.#expected.firstDay
    const [named] = yearsIn([this.#name])
    if (named !== undefined) return `${named}-${monthAndDay(first)}`
    this.#assumed ??= 'year'
    return this.#likeliest(first)
  }

  /** The date that is nearest to today and, if the table names weekdays, on the weekdays that it names. */
  #likeliest(first: YearlessDate): string {
    const { today } = this.#expected
    const dated = this.#texts.flatMap(({ text, place }) => {
      const date = yearlessIn(text, this.order, place)
      return date !== null && date.weekday !== null ? [date] : []
    })
    const thisYear = Number(today.slice(0, 4))
    const years = Array.from({ length: 23 }, (_, index) => thisYear - 11 + index)
    const candidates = years
      .flatMap((year) => dateFrom(year, first.month, first.day) ?? [])
      .toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))
    const fits = (near: string) =>
      dated.every((one) => {
        const date = nearest(one, near)
        return date !== null && weekdayOf(date) === one.weekday
      })
    return candidates.find(fits) ?? candidates[0] ?? today
  }

  /** The lowest number of a day in the table is its first day: some count from 0. */
  #lowest(): number {
    this.#isFromZero ??= this.#texts.some(({ text, place }) => dayNumberIn(text, place) === 0)
    return this.#isFromZero ? 0 : 1
  }

  #firstDay(): string {
    this.#first ??= this.#full ?? this.#dateWithoutYear() ?? this.#countedDay()
    return this.#first
  }

  /** The date without a year that comes first in the table, if any. */
  #dateWithoutYear(): string | null {
    for (const { text, place } of this.#texts) {
      const date = yearlessIn(text, this.order, place)
      if (date !== null) return this.#inYear(date)
    }
    return null
  }

  /** Without any date: the trip's first day, that of the file's name, or the next one on the table's first weekday. */
  #countedDay(): string {
    const { firstDay, today } = this.#expected
    const [first] = this.#texts.flatMap(({ text }) => namedDayIn(text) ?? [])
    const from = dateIn(this.#name.replaceAll('_', ' '), this.order) ?? today
    this.#counted = firstDay ?? (first === undefined ? from : (nextDay(first, from) ?? from))
    if (firstDay === null) this.#assumed = 'days'
    return this.#counted
  }
}

/** The first date from a date on that is on a weekday. */
function nextDay({ weekday, dayOfMonth }: NamedDay, from: string): string | null {
  for (let days = 0; days < 366; days++) {
    const date = addDays(from, days)
    if (weekdayOf(date) === weekday && (dayOfMonth === null || Number(date.slice(8)) === dayOfMonth)) return date
  }
  return null
}

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

const monthAndDay = ({ month, day }: YearlessDate) =>
  `${String(month).padStart(2, '0')}-${String(Math.min(day, 28)).padStart(2, '0')}`

/** The year in which a date is nearest to another date. */
function nearest({ month, day }: YearlessDate, near: string): string | null {
  const year = Number(near.slice(0, 4))
  const [closest = null] = [year - 1, year, year + 1]
    .flatMap((one) => dateFrom(one, month, day) ?? [])
    .toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))
  return closest
}

/** Numbers alone, and hours as in "2030 Uhr", are no years. */
const isHeading = (text: string) => /\p{L}{3}/u.test(text) && !/\d\s?uhr/i.test(text)

/** The years of this century in some texts, unless they are part of a date, such as that of a download. */
function yearsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/(?<!\d)20\d\d(?![-_.]?\d)/g) ?? [])
}
