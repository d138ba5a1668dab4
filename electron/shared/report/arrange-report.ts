import { assertNever } from '../result.ts'
import { defaultReportEntry, type Entry, type Report, type ReportEntry, type Section, type Trip } from '../trip.ts'
import { dayHeading } from './day-heading.ts'

/*
 * Decides which entries are in a post, under which headings and in which order. The outline in the window shows what
 * `arrangeByDay` and `arrangeByTheme` return, and the post is composed of what `arrangePost` keeps of that.
 */

/** One day of a report arranged by day, with all of its entries. */
export interface DayPart {
  day: string
  /** Markdown of one line, as in the post; empty for no heading. */
  heading: string
  entries: Entry[]
}

/** One section of a report arranged by theme, with all of its entries. */
export interface SectionPart {
  section: Section
  /** Its number in the post; `null` if it has none. */
  number: number | null
  entries: Entry[]
  /**
   * `filled`: at least one of its entries is in the post. `empty`: it has never had an entry, and its heading is in the
   * post. `left-out`: it has entries, but none of them is in the post, and neither is its heading.
   */
  state: 'filled' | 'empty' | 'left-out'
}

/** A part of the post: its heading, and the entries below it. */
export interface PostPart {
  /** Markdown of one line; empty for no heading. */
  heading: string
  entries: Entry[]
}

export interface PostArrangement {
  parts: PostPart[]
  /** Included entries that are in no section: by day, then in the order of the journal. */
  unplaced: Entry[]
  /** Headings of sections that have never had an entry. */
  emptySections: string[]
}

/** How an entry appears in the report. */
export function recordOf(report: Pick<Report, 'entries'>, entryId: string): ReportEntry {
  return report.entries[entryId] ?? defaultReportEntry
}

/** Whether the report includes an entry, given its record. A private entry is never included. */
export function isIncluded(entry: Entry, record: ReportEntry): boolean {
  return !entry.private && record.include
}

/** The days that have entries, earliest first, each with its entries in the order of the journal. */
export function arrangeByDay(trip: Trip): DayPart[] {
  const days = new Map<string, Entry[]>()
  for (const entry of trip.entries) {
    const others = days.get(entry.day)
    if (others) others.push(entry)
    else days.set(entry.day, [entry])
  }
  return Array.from(days, ([day, entries]) => ({ day, heading: dayHeading(trip, day), entries })).toSorted(byDay)
}

/**
 * The sections with their entries, and all entries that are in no section, by day, then in the order of the journal. An
 * entry that two sections name is in the first of them; one that is not in the journal is in neither.
 */
export function arrangeByTheme({ entries, report }: Pick<Trip, 'entries' | 'report'>): {
  sections: SectionPart[]
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
    const placed = section.entryIds.flatMap(take)
    const state = placed.some((entry) => isIncluded(entry, recordOf(report, entry.id)))
      ? 'filled'
      : emptyOrLeftOut(section)
    const isNumbered = report.numberedSections && state !== 'left-out' && section.heading.trim() !== ''
    return { section, number: isNumbered ? ++last : null, entries: placed, state } as const
  })
  return { sections, unplaced: [...left.values()].toSorted(byDay) }
}

/** What the post of a trip's report contains. */
export function arrangePost(trip: Trip): PostArrangement {
  const included = (entries: readonly Entry[]) => includedIn(trip.report, entries)
  switch (trip.report.arrangement) {
    case 'day': {
      const parts = arrangeByDay(trip).map(({ heading, entries }) => ({ heading, entries: included(entries) }))
      return { parts: parts.filter(({ entries }) => entries.length > 0), unplaced: [], emptySections: [] }
    }
    case 'theme': {
      const { sections, unplaced } = arrangeByTheme(trip)
      const empty = sections.filter(({ state }) => state === 'empty').map(({ section }) => section.heading.trim())
      return {
        parts: sections
          .filter(({ state }) => state !== 'left-out')
          .map(({ section, number, entries }) => ({
            heading: `${number === null ? '' : `${number}. `}${section.heading.trim()}`,
            entries: included(entries),
          })),
        unplaced: included(unplaced),
        emptySections: empty.filter((heading) => heading !== ''),
      }
    }
    default:
      return assertNever(trip.report.arrangement)
  }
}

/** The entries that the report includes. */
export function includedIn(report: Pick<Report, 'entries'>, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => isIncluded(entry, recordOf(report, entry.id)))
}

function emptyOrLeftOut({ entryIds }: Section): 'empty' | 'left-out' {
  return entryIds.length === 0 ? 'empty' : 'left-out'
}

/** Orders by date. Dates as `YYYY-MM-DD` sort as text; entries of one day keep their order. */
function byDay(a: { day: string }, b: { day: string }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}
