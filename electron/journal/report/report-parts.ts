import { daysBetween } from '../../shared/time.ts'
import { longDate, wordsOf } from '../../shared/report/language.ts'
import { assertNever } from '../../shared/result.ts'
import { defaultReportEntry, type Entry, type ReportEntry, type Trip } from '../../shared/trip.ts'

/** A stretch of a report: what stands over it, and the entries told in it. */
export interface ReportPart {
  /** Markdown of one line; empty: no heading. */
  heading: string
  entries: Entry[]
}

export interface Arrangement {
  parts: ReportPart[]
  /** Included entries that stand in no section, in the order of the journal. */
  unplaced: Entry[]
  /** Headings of sections into which no entry was put yet. */
  emptySections: string[]
}

export function reportEntry(trip: Trip, entry: Entry): ReportEntry {
  return trip.report.entries[entry.id] ?? defaultReportEntry
}

/** Puts the entries that are told into the order in which they are told. Private ones are never among them. */
export function arrangeEntries(trip: Trip): Arrangement {
  const told = trip.entries.filter((entry) => !entry.private && reportEntry(trip, entry).include)
  switch (trip.report.arrangement) {
    case 'day':
      return { parts: byDay(trip, told), unplaced: [], emptySections: [] }
    case 'theme':
      return byTheme(trip, told)
    default:
      return assertNever(trip.report.arrangement)
  }
}

function byDay(trip: Trip, told: readonly Entry[]): ReportPart[] {
  return inDays(told).map(([day, entries]) => ({ heading: dayHeading(trip, day), entries }))
}

function inDays(entries: readonly Entry[]): [day: string, entries: Entry[]][] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const others = days.get(entry.day)
    if (others === undefined) days.set(entry.day, [entry])
    else others.push(entry)
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function dayHeading(trip: Trip, day: string): string {
  const { own, style } = trip.report.dayHeadings
  const written = Object.hasOwn(own, day) ? own[day] : undefined
  if (written !== undefined) return written
  // A day of travel is no day of the conference and has no number there.
  const outside = day < trip.firstDay || day > trip.lastDay
  const shown = outside ? 'date' : style
  const number = daysBetween(trip.firstDay, day) + 1
  switch (shown) {
    case 'ordinal':
      return wordsOf(trip.language).ordinalDay(number)
    case 'number':
      return wordsOf(trip.language).numberedDay(number)
    case 'date':
      return longDate(day, trip.language)
    default:
      return assertNever(shown)
  }
}

function byTheme(trip: Trip, told: readonly Entry[]): Arrangement {
  const byId = new Map(told.map((entry) => [entry.id, entry]))
  const parts: ReportPart[] = []
  const emptySections: string[] = []
  let number = 0
  for (const section of trip.report.sections) {
    const entries: Entry[] = []
    for (const id of section.entryIds) {
      const entry = byId.get(id)
      // An entry is told once, wherever else it is named.
      if (entry !== undefined && byId.delete(id)) entries.push(entry)
    }
    // A section whose entries all stay out says nothing, not even its name. One that never had any is still being made.
    if (entries.length === 0 && section.entryIds.length > 0) continue
    const heading = section.heading.trim()
    if (entries.length === 0 && heading === '') continue
    if (entries.length === 0) emptySections.push(heading)
    const numbered = trip.report.numberedSections && heading !== ''
    parts.push({ heading: numbered ? `${++number}. ${heading}` : heading, entries })
  }
  const unplaced = inDays([...byId.values()]).flatMap(([, entries]) => entries)
  return { parts, unplaced, emptySections }
}
