import { daysBetween } from './time.ts'
import type { Dates, DayRef } from './import-days.ts'

/** An entry of a journal as far as days are concerned. */
interface Dated {
  day: DayRef
  zone?: string | undefined
}

/** Some days of a journal that follow each other, with the number of their entries. */
export interface JournalStretch extends Dates {
  count: number
}

/** Maximum number of days without an entry within one trip: a weekend. */
const MAX_GAP = 3
/** Somebody who writes every day has no gaps, and a trip is not longer than this. */
const MAX_SUGGESTED = 31

/** The date of an entry; `null` if only the days of a trip give it one. */
export function dateOf({ day }: Pick<Dated, 'day'>): string | null {
  return day.by === 'date' ? day.date : null
}

/** Whether an entry is on one of these days. */
export function isWithin(entry: Pick<Dated, 'day'>, { firstDay, lastDay }: Dates): boolean {
  const date = dateOf(entry)
  return date !== null && date >= firstDay && date <= lastDay
}

/** The days of a journal, cut where nothing was written for more than a weekend; the latest ones first. */
export function stretchesOf(entries: readonly Pick<Dated, 'day'>[]): JournalStretch[] {
  const stretches: JournalStretch[] = []
  for (const date of entries.flatMap((entry) => dateOf(entry) ?? []).toSorted()) {
    const last = stretches.at(-1)
    if (last === undefined || daysBetween(last.lastDay, date) > MAX_GAP) {
      stretches.push({ firstDay: date, lastDay: date, count: 1 })
    } else {
      last.lastDay = date
      last.count++
    }
  }
  return stretches.toReversed()
}

/**
 * The days that are most likely a trip: the latest that follow each other, or all of a short journal.
 *
 * @returns `null` if somebody wrote on so many days without a gap that none stand out
 */
export function suggestDays(entries: readonly Pick<Dated, 'day'>[]): Dates | null {
  const stretches = stretchesOf(entries)
  const [latest] = stretches
  const first = stretches.at(-1)
  if (latest === undefined || first === undefined) return null
  const all = { firstDay: first.firstDay, lastDay: latest.lastDay }
  if (fits(all)) return all
  const several = stretches.find((stretch) => stretch.firstDay !== stretch.lastDay && fits(stretch))
  const best = several ?? stretches.find(fits)
  return best === undefined ? null : { firstDay: best.firstDay, lastDay: best.lastDay }
}

function fits({ firstDay, lastDay }: Dates): boolean {
  return daysBetween(firstDay, lastDay) < MAX_SUGGESTED
}

/** The zone that most entries are in; `null` if none says one. */
export function commonZone(entries: readonly Pick<Dated, 'zone'>[]): string | null {
  const counts = new Map<string, number>()
  for (const { zone } of entries) if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}
