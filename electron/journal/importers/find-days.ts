import { addDays, daysBetween } from '../../shared/time.ts'
import { type Dates, type DayRef, resolveDay, toDay } from '../../shared/import-days.ts'
import type { DaysSource } from '../../shared/import-draft.ts'
import { dayOfTitle } from './day-headings.ts'
import { findDates, findDatesIn, findSingleDays } from './find-dates.ts'

/** What may say when a conference was. */
export interface DayHints {
  title: string
  /** The words of the text. */
  text: string
  /** The days that headings name, in their order. */
  headings: readonly DayRef[]
  /** The date of the post, from its front matter. */
  published: string | null
  /** The date in the name of the file or its folder. */
  named: string | null
}

/** The days of a trip, and where they come from. */
export interface FoundDays {
  days: Dates
  source: DaysSource
}

/** Days of one conference are at most this far apart. */
const MAX_GAP = 7
/** A report is written at most this many days after the conference. */
const MAX_DELAY = 120

/** Finds the days of the conference that a report is about; `null` if nothing in it is a date. */
export function findDays(hints: DayHints): FoundDays | null {
  const { title, text, headings, published } = hints
  const written = published ?? hints.named
  const range = findDates(title) ?? findDates(text) ?? findBefore(text, written)
  if (range !== null) return { days: range, source: 'text' }

  const dates = headings.flatMap((ref) => (ref.by === 'date' ? [ref.date] : []))
  const cluster = largestCluster(dates)
  if (cluster !== null) return { days: cluster, source: 'headings' }

  const year = yearOf(title) ?? (written === null ? null : Number(written.slice(0, 4)))
  if (year !== null) {
    const dated = headings.flatMap((ref) => (ref.by === 'month-day' ? (toDay(year, ref.month, ref.day) ?? []) : []))
    const found = findDatesIn(`${title}\n${text}`, year) ?? largestCluster(dated)
    if (found !== null) return { days: notAfter(found, written), source: dated.length > 0 ? 'headings' : 'text' }
  }

  const [inTitle] = findSingleDays(title)
  if (inTitle !== undefined) return { days: spanFrom(inTitle, headings), source: 'text' }
  const single = onlySingle(text, written)
  if (single !== null) return { days: spanFrom(single, headings), source: 'guess' }
  if (written === null) return null
  // "Day 2" as the title of a post: the conference began a day earlier.
  const ref = dayOfTitle(title)
  const before = ref?.by === 'number' ? ref.number - 1 : 0
  const all = ref === null ? headings : [ref, ...headings]
  return { days: spanFrom(addDays(written, -before), all), source: published === null ? 'file' : 'post' }
}

/** One of several ranges: the last one that had ended when the post was written. The others are other years. */
function findBefore(text: string, written: string | null): Dates | null {
  if (written === null) return null
  const sentences = text.slice(0, 100_000).split(/[.!?\n](?=\s|\p{Lu}|$)/u)
  const ranges = sentences.flatMap((sentence) => findDates(sentence) ?? [])
  const [latest] = ranges
    .filter(({ firstDay, lastDay }) => firstDay <= written && daysBetween(lastDay, written) <= MAX_DELAY)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1))
  return latest ?? null
}

/**
 * The dates that are about one conference: those that are close to each other, if there are several such groups the
 * largest, or else the latest one.
 */
function largestCluster(dates: readonly string[]): Dates | null {
  const clusters: string[][] = []
  for (const date of [...new Set(dates)].toSorted()) {
    const last = clusters.at(-1)
    const previous = last?.at(-1)
    if (last === undefined || previous === undefined || daysBetween(previous, date) > MAX_GAP) clusters.push([date])
    else last.push(date)
  }
  const [best] = clusters.toReversed().toSorted((a, b) => b.length - a.length)
  const [firstDay] = best ?? []
  const lastDay = best?.at(-1)
  return firstDay === undefined || lastDay === undefined ? null : { firstDay, lastDay }
}

function yearBefore(day: string): string | null {
  return toDay(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), Number(day.slice(8)))
}

/** Days without a year in a post from January are those of December. */
function notAfter({ firstDay, lastDay }: Dates, written: string | null): Dates {
  if (written === null || firstDay <= written) return { firstDay, lastDay }
  const [first, last] = [yearBefore(firstDay), yearBefore(lastDay)]
  return first === null || last === null ? { firstDay, lastDay } : { firstDay: first, lastDay: last }
}

/** The only day that a text names, if it can be that of the conference. */
function onlySingle(text: string, written: string | null): string | null {
  const [day, ...others] = findSingleDays(text)
  if (day === undefined || others.length > 0) return null
  if (written === null) return day
  const delay = daysBetween(day, written)
  return delay >= 0 && delay <= MAX_DELAY ? day : null
}

/** From a first day to the last one that the headings count. */
function spanFrom(firstDay: string, headings: readonly DayRef[]): Dates {
  const numbers = headings.flatMap((ref) => (ref.by === 'number' ? [ref.number] : []))
  const lastDay = addDays(firstDay, Math.max(1, ...numbers) - 1)
  const weekdays = headings.filter(({ by }) => by === 'weekday')
  if (numbers.length > 0 || weekdays.length === 0) return { firstDay, lastDay }
  // A post that is told by weekday is written on the last one or later: these are the last such days before it.
  const days = weekdays.flatMap((ref) => {
    const day = resolveDay(ref, { firstDay: addDays(firstDay, -6), lastDay: firstDay })
    return day === null ? [] : [day]
  })
  return largestCluster(days) ?? { firstDay, lastDay }
}

function yearOf(title: string): number | null {
  const years = [...title.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year))
  const [year, ...others] = new Set(years)
  return year !== undefined && others.length === 0 ? year : null
}
