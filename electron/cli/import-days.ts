import type { ImportDraft } from '../shared/import-draft.ts'
import type { Dates } from '../shared/import-days.ts'
import { dateOf } from '../shared/journal-days.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { daySchema } from '../shared/time.ts'
import { problemOfDays } from '../shared/trip-days.ts'

/** The options about days. */
export interface DayOptions {
  firstDay?: string
  lastDay?: string
  from?: string
  to?: string
}

/** Which days an import is about. */
export interface ChosenDays {
  /** Those of the trip; `null` if nothing says them. */
  days: Dates | null
  /** Those whose entries of a journal are imported; `null` for a report, which is imported as a whole. */
  taken: Dates | null
}

/** The days of the trip and of the entries: those on the command line, or else what was understood. */
export function chooseDays(draft: ImportDraft, options: DayOptions): Result<ChosenDays> {
  const { firstDay, lastDay, from, to } = options
  for (const value of [firstDay, lastDay, from, to]) {
    if (value !== undefined && !daySchema.safeParse(value).success) {
      return fail('input.not-a-date', { value, example: '2026-04-14' })
    }
  }
  return draft.isJournal ? daysOfJournal(draft, options) : daysOfReport(draft, options)
}

function daysOfReport({ days }: ImportDraft, { firstDay, lastDay, from, to }: DayOptions): Result<ChosenDays> {
  if (from !== undefined || to !== undefined) return fail('import.range-without-journal')
  const first = firstDay ?? days?.firstDay
  // A first day that was corrected moves the last one, unless the text says when it was.
  const last = lastDay ?? (firstDay === undefined || (days && days.lastDay >= firstDay) ? days?.lastDay : firstDay)
  return first === undefined || last === undefined ? ok({ days: null, taken: null }) : checked(first, last, null)
}

function daysOfJournal(
  { days, entries }: ImportDraft,
  { firstDay, lastDay, from, to }: DayOptions,
): Result<ChosenDays> {
  const dates = entries.flatMap((entry) => dateOf(entry) ?? []).toSorted()
  const isChosen = from !== undefined || to !== undefined
  const taken = isChosen ? { firstDay: from ?? dates[0] ?? '', lastDay: to ?? dates.at(-1) ?? '' } : null
  if (taken !== null && taken.lastDay < taken.firstDay) return fail('import.options-reversed', { ...taken })
  if (days?.source === 'trip') {
    const ofTrip = { firstDay: days.firstDay, lastDay: days.lastDay }
    return ok({ days: ofTrip, taken: taken ?? ofTrip })
  }
  const first = firstDay ?? taken?.firstDay ?? days?.firstDay
  const last = lastDay ?? taken?.lastDay ?? (days && firstDay && days.lastDay < firstDay ? firstDay : days?.lastDay)
  return first === undefined || last === undefined ? ok({ days: null, taken }) : checked(first, last, taken)
}

/** @param taken `null` for the days of the trip, which is all of a report */
function checked(firstDay: string, lastDay: string, taken: Dates | null): Result<ChosenDays> {
  const days = { firstDay, lastDay }
  const problem = problemOfDays(days)
  if (problem === 'reversed') return fail('import.options-reversed', days)
  return problem === null ? ok({ days, taken: taken ?? days }) : fail('import.options-too-long', days)
}
