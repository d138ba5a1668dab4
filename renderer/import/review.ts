import {
  dayOfEntry,
  type DraftEntry,
  type ImportDraft,
  type ImportPlan,
  planOf,
} from '../../electron/shared/import-draft.ts'
import type { Dates, DayRef } from '../../electron/shared/import-days.ts'
import { dateOf, isWithin } from '../../electron/shared/journal-days.ts'
import { addDays, daysFromTo } from '../../electron/shared/time.ts'
import { problemOfDays } from '../../electron/shared/trip-days.ts'
import { detailsOf, formOf, isDay, type TripForm } from '../library/trip-form.ts'

/** What was understood of an import, with the user's corrections. */
export interface Review {
  form: TripForm
  entries: readonly DraftEntry[]
  /** Whether only the entries in the days of the form are imported. */
  isJournal: boolean
  /** The indexes of entries of a journal that are not imported although they are in these days. */
  leftOut: ReadonlySet<number>
}

/** A draft as it was understood. The days are empty if nothing says them. */
export function reviewOf({ details, days, entries, isJournal }: ImportDraft): Review {
  const { firstDay = '', lastDay = '' } = days ?? {}
  const form = formOf({ ...details, firstDay, lastDay })
  return {
    form: { ...form, zoneIsChosen: false, lastDayIsChosen: days !== null },
    entries,
    isJournal,
    leftOut: new Set(),
  }
}

/** The days of the trip, if they are complete and possible. */
export function daysOf({ form }: Review): Dates | null {
  const { firstDay, lastDay } = form
  return isDay(firstDay) && isDay(lastDay) && problemOfDays(form) === null ? { firstDay, lastDay } : null
}

/** What is imported; `null` while the days are not known. */
export function planOfReview(review: Review): ImportPlan | null {
  const days = daysOf(review)
  const { form, entries, isJournal, leftOut } = review
  return days && planOf({ details: detailsOf(form), entries, isJournal }, days, (index) => leftOut.has(index))
}

/** Any days, to put the entries in an order while those of the trip are unknown. */
const SOME_DAYS: Dates = { firstDay: '2000-01-01', lastDay: '2000-01-31' }

/**
 * A line of the list: a day, an entry by its index in the draft, or what is above the entries of a journal that are not
 * imported because they are on other days.
 */
export type ReviewLine =
  | { kind: 'day'; day: string; count: number }
  | { kind: 'entry'; index: number; day: string }
  | { kind: 'outside'; count: number }

/** The entries by day. A day is a date, or its number where the days of the trip are not known. */
export function linesOf(review: Review): ReviewLine[] {
  if (review.isJournal) return linesOfJournal(review)
  const known = daysOf(review)
  const days = known ?? SOME_DAYS
  return byDay(review.entries, (entry) => dayOfEntry(entry, days)).flatMap(([date, indexes]): ReviewLine[] => {
    const day = known === null ? numberOf(date) : date
    return [
      { kind: 'day', day, count: indexes.length },
      ...indexes.map((index) => ({ kind: 'entry' as const, index, day })),
    ]
  })
}

/** The days of some entries in their order, each with the indexes of its entries. */
function byDay(entries: readonly DraftEntry[], dayOf: (entry: DraftEntry) => string): [string, number[]][] {
  const days = new Map<string, number[]>()
  for (const [index, entry] of entries.entries()) {
    const day = dayOf(entry)
    const others = days.get(day)
    if (others === undefined) days.set(day, [index])
    else others.push(index)
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The entries of a journal in the chosen days, and below them the others. */
function linesOfJournal(review: Review): ReviewLine[] {
  const days = daysOf(review)
  const inside: ReviewLine[] = []
  const outside: ReviewLine[] = []
  for (const [day, indexes] of byDay(review.entries, (entry) => dateOf(entry) ?? '')) {
    const isInside = days !== null && day >= days.firstDay && day <= days.lastDay
    const lines = isInside ? inside : outside
    lines.push({ kind: 'day', day, count: indexes.length })
    for (const index of indexes) lines.push({ kind: 'entry', index, day })
  }
  const count = outside.filter(({ kind }) => kind === 'entry').length
  return count === 0 ? inside : [...inside, { kind: 'outside', count }, ...outside]
}

/** Whether an entry, by its index, is imported. */
export function isTaken(review: Review, index: number): boolean {
  if (!review.isJournal) return true
  const [entry, days] = [review.entries[index], daysOf(review)]
  return entry !== undefined && days !== null && isWithin(entry, days) && !review.leftOut.has(index)
}

/** The number of entries that are imported. */
export function countTaken(review: Review): number {
  const days = daysOf(review)
  if (!review.isJournal || days === null) return review.isJournal ? 0 : review.entries.length
  return review.entries.filter((entry, index) => isWithin(entry, days) && !review.leftOut.has(index)).length
}

/** Leaves entries of a journal out, by their indexes, or takes all of them back in if all are left out. */
export function toggleLeftOut({ leftOut }: Review, indexes: readonly number[]): ReadonlySet<number> {
  const isBack = indexes.every((index) => leftOut.has(index))
  const next = new Set(leftOut)
  for (const index of indexes) {
    if (isBack) next.delete(index)
    else next.add(index)
  }
  return next
}

/** The days from the first to the last of some entries of a journal, by their indexes. */
export function daysOfEntries({ entries }: Review, indexes: readonly number[]): Dates | null {
  const dates = indexes.flatMap((index) => (entries[index] && dateOf(entries[index])) ?? []).toSorted()
  const [firstDay, lastDay] = [dates[0], dates.at(-1)]
  return firstDay === undefined || lastDay === undefined ? null : { firstDay, lastDay }
}

function numberOf(date: string): string {
  return String(daysFromTo(SOME_DAYS.firstDay, date).length)
}

/** The day of an entry as the list has it: a date, or a number. */
export function dayInReview(review: Review, entry: DraftEntry): string {
  if (review.isJournal) return dateOf(entry) ?? ''
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
