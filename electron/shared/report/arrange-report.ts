import { assertNever } from '../result.ts'
import type { Entry, Report, ReportEntry, Section, Trip } from '../trip.ts'
import { dayHeading } from './day-heading.ts'
import { hasContent } from './entry-content.ts'
import { entryHeading } from './entry-heading.ts'
import { dayPart, type PartId, sectionPart } from './post-places.ts'
import { type Inclusions, isConcerned, recordOf } from './report-entry.ts'

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
   * `filled`: its own text or at least one of its entries is in the post. `empty`: it has neither, and has never had
   * one; its heading is in the post. `left-out`: it has entries, but none of them is in the post, and neither is its heading.
   */
  state: 'filled' | 'empty' | 'left-out'
}

/** A part of the post: its heading, and the entries below it. */
export interface PostPart {
  id: PartId
  /** Markdown of one line; empty for no heading. */
  heading: string
  /** Markdown between the heading and the entries; `null` if it cannot have any. */
  text: string | null
  entries: Entry[]
  /** The number before the heading of an entry, by the entry's id. */
  numbers: ReadonlyMap<string, number>
}

export interface PostArrangement {
  parts: PostPart[]
  /** Sections that the post leaves out, each with the index of the part before which it would be. */
  hidden: { id: PartId; before: number }[]
  /** Entries that would be in the post if they were in a section: by day, then in the order of the journal. */
  unplaced: Entry[]
  /** Sections with a heading that have never had an entry. */
  emptySections: Section[]
  /** Entries that are left out although they are included, because they have nothing but a title. */
  wordless: Entry[]
}

/** Whether the report includes an entry, given its record. A private entry is never included. */
export function isIncluded(entry: Entry, record: ReportEntry): boolean {
  return !entry.private && record.include
}

/** Whether the post contains an entry that it has a place for: the report includes it, and it has something to tell. */
export function isTold(report: Inclusions, entry: Entry): boolean {
  return isConcerned(report, entry) && isIncluded(entry, recordOf(report, entry.id)) && hasContent(report, entry)
}

/** The days that have entries for the report, earliest first, each with these in the order of the journal. */
export function arrangeByDay(trip: Trip): DayPart[] {
  const days = new Map<string, Entry[]>()
  for (const entry of trip.entries) {
    if (!isConcerned(trip.report, entry)) continue
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
  const left = new Map(entries.flatMap((entry) => (isConcerned(report, entry) ? [[entry.id, entry]] : [])))
  const take = (entryId: string) => {
    const entry = left.get(entryId)
    left.delete(entryId)
    return entry ? [entry] : []
  }
  let last = 0
  const sections = report.sections.map((section) => {
    const placed = section.entryIds.flatMap(take)
    const hasWords = (section.text ?? '').trim() !== '' || placed.some((entry) => isTold(report, entry))
    const state = hasWords ? 'filled' : emptyOrLeftOut(section)
    const isNumbered = report.numberedSections && state !== 'left-out' && section.heading.trim() !== ''
    return { section, number: isNumbered ? ++last : null, entries: placed, state } as const
  })
  return { sections, unplaced: [...left.values()].toSorted(byDay) }
}

/** What the post of a trip's report contains. */
export function arrangePost(trip: Trip): PostArrangement {
  const { report } = trip
  const told = (entries: readonly Entry[]) => toldIn(report, entries)
  switch (report.arrangement) {
    case 'day': {
      const days = arrangeByDay(trip)
      const parts = days.map(({ day, heading, entries }) => ({
        id: dayPart(day),
        heading,
        text: null,
        entries: told(entries),
        numbers: noNumbers,
      }))
      return {
        parts: parts.filter(({ entries }) => entries.length > 0),
        hidden: [],
        unplaced: [],
        emptySections: [],
        wordless: days.flatMap(({ entries }) => wordlessIn(report, entries)),
      }
    }
    case 'theme': {
      const { sections, unplaced } = arrangeByTheme(trip)
      return {
        parts: sections
          .filter(({ state }) => state !== 'left-out')
          .map(({ section, number, entries }) => ({
            id: sectionPart(section.id),
            heading: `${number === null ? '' : `${number}. `}${section.heading.trim()}`,
            text: section.text ?? '',
            entries: told(entries),
            numbers: entryNumbers(report, section, entries),
          })),
        hidden: hiddenIn(sections),
        unplaced: told(unplaced),
        emptySections: sections.flatMap(({ section, state }) =>
          state === 'empty' && section.heading.trim() !== '' ? section : [],
        ),
        wordless: sections.flatMap(({ entries }) => wordlessIn(report, entries)),
      }
    }
    default:
      return assertNever(report.arrangement)
  }
}

function hiddenIn(sections: readonly SectionPart[]): PostArrangement['hidden'] {
  let before = 0
  return sections.flatMap(({ section, state }) => {
    if (state === 'left-out') return { id: sectionPart(section.id), before }
    before++
    return []
  })
}

const noNumbers: ReadonlyMap<string, number> = new Map()

/** The numbers before the headings of a section's entries, by their ids; entries without a heading have none. */
export function entryNumbers(report: Report, section: Section, entries: readonly Entry[]): ReadonlyMap<string, number> {
  if (section.numberedEntries !== true) return noNumbers
  const headed = toldIn(report, entries).filter((entry) => entryHeading(report, entry) !== null)
  return new Map(headed.map(({ id }, index) => [id, index + 1]))
}

/** The entries that the post tells. */
export function toldIn(report: Inclusions, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => isTold(report, entry))
}

function wordlessIn(report: Inclusions, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => isIncluded(entry, recordOf(report, entry.id)) && !hasContent(report, entry))
}

function emptyOrLeftOut({ entryIds }: Section): 'empty' | 'left-out' {
  return entryIds.length === 0 ? 'empty' : 'left-out'
}

/** Orders by date. Dates as `YYYY-MM-DD` sort as text; entries of one day keep their order. */
function byDay(a: { day: string }, b: { day: string }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}
