import {
  dayOfEntry,
  type DraftEntry,
  type ImportDraft,
  type ImportPlan,
  planOf,
} from '../../electron/shared/import-draft.ts'
import type { Dates, DayRef } from '../../electron/shared/import-days.ts'
import { addDays, daysFromTo } from '../../electron/shared/time.ts'
import { problemOfDays } from '../../electron/shared/trip-days.ts'
import { detailsOf, formOf, isDay, type TripForm } from '../library/trip-form.ts'

/** What was understood of an import, with the user's corrections. */
export interface Review {
  form: TripForm
  entries: readonly DraftEntry[]
}

/** A draft as it was understood. The days are empty if nothing says them. */
export function reviewOf({ details, days, entries }: ImportDraft): Review {
  const { firstDay = '', lastDay = '' } = days ?? {}
  const form = formOf({ ...details, firstDay, lastDay })
  return { form: { ...form, zoneIsChosen: false, lastDayIsChosen: days !== null }, entries }
}

/** The days of the trip, if they are complete and possible. */
export function daysOf({ form }: Review): Dates | null {
  const { firstDay, lastDay } = form
  return isDay(firstDay) && isDay(lastDay) && problemOfDays(form) === null ? { firstDay, lastDay } : null
}

/** What is imported; `null` while the days are not known. */
export function planOfReview(review: Review): ImportPlan | null {
  const days = daysOf(review)
  return days && planOf({ details: detailsOf(review.form), entries: review.entries }, days)
}

/** Any days, to put the entries in an order while those of the trip are unknown. */
const SOME_DAYS: Dates = { firstDay: '2000-01-01', lastDay: '2000-01-31' }

/** A line of the list: a day, or an entry by its index in the draft. */
export type ReviewLine = { kind: 'day'; day: string; count: number } | { kind: 'entry'; index: number; day: string }

/** The entries by day. A day is a date, or its number where the days of the trip are not known. */
export function linesOf(review: Review): ReviewLine[] {
  const known = daysOf(review)
  const days = known ?? SOME_DAYS
  const byDay = new Map<string, number[]>()
  for (const [index, entry] of review.entries.entries()) {
    const day = dayOfEntry(entry, days)
    const others = byDay.get(day)
    if (others === undefined) byDay.set(day, [index])
    else others.push(index)
  }
  const ordered = [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return ordered.flatMap(([date, indexes]): ReviewLine[] => {
    const day = known === null ? numberOf(date) : date
    return [
      { kind: 'day', day, count: indexes.length },
      ...indexes.map((index) => ({ kind: 'entry' as const, index, day })),
    ]
  })
}

function numberOf(date: string): string {
  return String(daysFromTo(SOME_DAYS.firstDay, date).length)
}

/** The day of an entry as the list has it: a date, or a number. */
export function dayInReview(review: Review, entry: DraftEntry): string {
  const known = daysOf(review)
  const date = dayOfEntry(entry, known ?? SOME_DAYS)
  return known === null ? numberOf(date) : date
}

/** Days that an entry can be put on: those of the trip, the days before and after it, and the one that it has. */
export function choicesOfDay(review: Review, current: string): string[] {
  const known = daysOf(review)
  if (known === null) {
    const used = review.entries.map((entry) => Number(dayInReview(review, entry)))
    return Array.from({ length: Math.max(4, ...used) + 1 }, (_, index) => String(index + 1))
  }
  const days = daysFromTo(addDays(known.firstDay, -1), addDays(known.lastDay, 1))
  return [...new Set([...days, current])].filter((day) => day !== '').toSorted()
}

/** The reference to a day that was chosen. */
export function refOf(day: string): DayRef {
  return isDay(day) ? { by: 'date', date: day } : { by: 'number', number: Number(day) }
}

/** Changes some entries, by their indexes. */
export function changeEntries(
  entries: readonly DraftEntry[],
  indexes: readonly number[],
  changes: Partial<DraftEntry>,
): DraftEntry[] {
  const chosen = new Set(indexes)
  return entries.map((entry, index) => (chosen.has(index) ? { ...entry, ...changes } : entry))
}
