import { assertNever } from '../result.ts'
import { longDate, wordsOf } from './language.ts'
import { daysBetween } from '../time.ts'
import type { Trip } from '../trip.ts'

type DayOf = Pick<Trip, 'firstDay' | 'lastDay' | 'language' | 'report'>

/** The heading of a day in the report; empty for no heading. */
export function dayHeading(trip: DayOf, day: string): string {
  return trip.report.dayHeadings.own[day] ?? automaticDayHeading(trip, day)
}

/**
 * The default heading of a day, in the trip's language: "1st Day", "Day 1" or "Tuesday, 14 April 2026". A day before or
 * after the conference has no number, so its heading is always the date.
 */
export function automaticDayHeading({ firstDay, lastDay, language, report }: DayOf, day: string): string {
  const number = daysBetween(firstDay, day) + 1
  const { style } = report.dayHeadings
  if (day < firstDay || day > lastDay) return longDate(day, language)
  switch (style) {
    case 'ordinal':
      return wordsOf(language).ordinalDay(number)
    case 'number':
      return wordsOf(language).numberedDay(number)
    case 'date':
      return longDate(day, language)
    default:
      return assertNever(style)
  }
}
