import { automaticDayHeading, dayHeading } from '../../electron/shared/report/day-heading.ts'
import {
  defaultReportEntry,
  type Entry,
  type Report,
  type ReportChanges,
  type ReportEntry,
  type Section,
  type Trip,
} from '../../electron/shared/trip.ts'

/** One day of a report that is told by day. */
export interface OutlineDay {
  day: string
  /** As it will stand in the post; empty: no heading. */
  heading: string
  /** What the heading is where nobody wrote one. */
  automatic: string
  entries: Entry[]
}

/** One section of a report that is told by theme. */
export interface OutlineSection {
  section: Section
  /** Its number in the post; `null` where sections are not numbered, or this one is not told. */
  number: number | null
  entries: Entry[]
}

/** The days that have entries, in their order, each with its entries in the order of the journal. */
export function outlineByDay(trip: Trip): OutlineDay[] {
  const byDay = new Map<string, Entry[]>()
  for (const entry of trip.entries) {
    const entries = byDay.get(entry.day)
    if (entries) entries.push(entry)
    else byDay.set(entry.day, [entry])
  }
  return Array.from(byDay, ([day, entries]) => ({
    day,
    heading: dayHeading(trip, day),
    automatic: automaticDayHeading(trip, day),
    entries,
  })).toSorted((a, b) => a.day.localeCompare(b.day))
}

/**
 * The sections with their entries, and all entries that are in none, in the order of the journal. An entry that two
 * sections name is in the first of them; one that is no longer in the journal is in none.
 */
export function outlineByTheme({ entries, report }: Pick<Trip, 'entries' | 'report'>): {
  sections: OutlineSection[]
  unplaced: Entry[]
} {
  const left = new Map(entries.map((entry) => [entry.id, entry]))
  const take = (entryId: string) => {
    const entry = left.get(entryId)
    left.delete(entryId)
    return entry ? [entry] : []
  }
  let last = 0
  const sections = report.sections.map((section) => {
    const there = section.entryIds.flatMap(take)
    // A section whose entries all stay out says nothing, not even its name. An empty one is still being made.
    const isShown = section.entryIds.length === 0 || there.some((entry) => isTold(report, entry))
    const isNumbered = report.numberedSections && isShown && section.heading.trim() !== ''
    return { section, number: isNumbered ? ++last : null, entries: there }
  })
  const order = new Map(entries.map(({ id }, index) => [id, index]))
  const unplaced = [...left.values()].toSorted(
    (a, b) => a.day.localeCompare(b.day) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  )
  return { sections, unplaced }
}

/** Whether the entry is in the report at all. A private one never is. */
export function isTold(report: Pick<Report, 'entries'>, entry: Entry): boolean {
  return !entry.private && recordOf(report, entry.id).include
}

/** How an entry stands in the report. */
export function recordOf(report: Pick<Report, 'entries'>, entryId: string): ReportEntry {
  return report.entries[entryId] ?? defaultReportEntry
}

/** The change of the report that changes how one entry stands in it. */
export function changeRecord(
  report: Pick<Report, 'entries'>,
  entryId: string,
  changes: Partial<ReportEntry>,
): ReportChanges {
  return { entries: { ...report.entries, [entryId]: { ...recordOf(report, entryId), ...changes } } }
}

/** The change that gives a day a heading of its own; `null`: the automatic one again. */
export function changeDayHeading({ dayHeadings }: Report, day: string, heading: string | null): ReportChanges {
  const { [day]: _, ...others } = dayHeadings.own
  return { dayHeadings: { ...dayHeadings, own: heading === null ? others : { ...others, [day]: heading } } }
}
