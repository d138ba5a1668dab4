import { assertNever } from '../result.ts'
import { defaultReportEntry, type Entry, type Report, type ReportEntry, type Section, type Trip } from '../trip.ts'
import { dayHeading } from './day-heading.ts'

/*
 * Which entries a report tells, under which headings and in which order. The outline in the window shows what
 * `arrangeByDay` and `arrangeByTheme` return; the post is made of what `arrangePost` keeps of it.
 */

/** One day of a report that is told by day, with all of its entries. */
export interface DayPart {
  day: string
  /** Markdown of one line, as it stands in the post; empty: no heading. */
  heading: string
  entries: Entry[]
}

/** One section of a report that is told by theme, with all of its entries. */
export interface SectionPart {
  section: Section
  /** Its number in the post; `null` where it has none. */
  number: number | null
  entries: Entry[]
  /**
   * `told`: at least one of its entries is in the post. `empty`: no entry was put into it yet, and the post has its
   * heading. `left-out`: none of its entries is in the post, so the post does not even name it.
   */
  state: 'told' | 'empty' | 'left-out'
}

/** A stretch of the post: its heading, and the entries told under it. */
export interface PostPart {
  /** Markdown of one line; empty: no heading. */
  heading: string
  entries: Entry[]
}

export interface PostArrangement {
  parts: PostPart[]
  /** Entries that would be told, but are in no section. By day, then in the order of the journal. */
  unplaced: Entry[]
  /** Headings of sections into which no entry was put yet. */
  emptySections: string[]
}

/** How an entry stands in the report. */
export function recordOf(report: Pick<Report, 'entries'>, entryId: string): ReportEntry {
  return report.entries[entryId] ?? defaultReportEntry
}

/** Whether an entry is in the post, given how it stands in the report. A private one never is. */
export function isTold(entry: Entry, record: ReportEntry): boolean {
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
 * The sections with their entries, and all entries that are in none: by day, then in the order of the journal. An entry
 * that two sections name is in the first of them; one that is not in the journal is in neither.
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
    const state = placed.some((entry) => isTold(entry, recordOf(report, entry.id))) ? 'told' : emptyOrLeftOut(section)
    const isNumbered = report.numberedSections && state !== 'left-out' && section.heading.trim() !== ''
    return { section, number: isNumbered ? ++last : null, entries: placed, state } as const
  })
  return { sections, unplaced: [...left.values()].toSorted(byDay) }
}

/** What of a trip's report is in its post. */
export function arrangePost(trip: Trip): PostArrangement {
  const told = (entries: readonly Entry[]) => toldOf(trip.report, entries)
  switch (trip.report.arrangement) {
    case 'day': {
      const parts = arrangeByDay(trip).map(({ heading, entries }) => ({ heading, entries: told(entries) }))
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
            entries: told(entries),
          })),
        unplaced: told(unplaced),
        emptySections: empty.filter((heading) => heading !== ''),
      }
    }
    default:
      return assertNever(trip.report.arrangement)
  }
}

/** Those of some entries that are in the post. */
export function toldOf(report: Pick<Report, 'entries'>, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => isTold(entry, recordOf(report, entry.id)))
}

function emptyOrLeftOut({ entryIds }: Section): 'empty' | 'left-out' {
  return entryIds.length === 0 ? 'empty' : 'left-out'
}

/** Orders by date. The order of the texts is that of the dates, and entries of one day keep theirs. */
function byDay(a: { day: string }, b: { day: string }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}
