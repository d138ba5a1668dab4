import type { DraftEntry } from '../../shared/import-draft.ts'
import { firstWords } from '../../shared/entries/entry-name.ts'
import { firstDayRef } from '../../shared/import-days.ts'
import type { Imported } from './importer.ts'
import { defaultReportEntry, type Entry, type ReportEntry, type Section, type Trip } from '../../shared/trip.ts'

/**
 * Adds an imported report to an existing trip: its entries, its pictures and their places in the report. What the trip
 * already contains stays unchanged. A journal has no report of its own: its entries appear as those that are written here.
 */
export function addReport(trip: Trip, imported: Trip): Trip {
  const updatedAt = imported.updatedAt
  const { entries, photos } = imported
  const { report } = trip
  const sections = imported.report.sections.map((section) => ({ ...section, heading: headingFor(section, imported) }))
  const added = { ...trip, updatedAt, photos: [...trip.photos, ...photos], entries: [...trip.entries, ...entries] }
  if (imported.report.arrangement === 'day') return added
  if (report.arrangement === 'theme') {
    return {
      ...added,
      report: {
        ...report,
        sections: [...report.sections, ...sections],
        entries: { ...report.entries, ...records(entries, imported) },
      },
    }
  }
  // A report by day has no sections, so their headings go to their first entries.
  const headings = new Map<string, string>()
  for (const { heading, entryIds } of imported.report.sections) {
    const [first] = entryIds
    if (first !== undefined && heading !== '') headings.set(first, heading)
  }
  return { ...added, report: { ...report, entries: { ...report.entries, ...records(entries, imported, headings) } } }
}

/** Entries that have headings of their own, and no section, would stand below the section before them. */
function headingFor(section: Section, { report }: Trip): string {
  const first = section.entryIds.find((id) => report.entries[id]?.heading)
  return section.heading === '' && first !== undefined ? report.title : section.heading
}

/** Adds an imported report to another one. */
export function addImported(to: Imported, report: Imported): Imported {
  const { trip, draft } = withLead(report)
  const sections = to.draft.sections.length
  return {
    trip: addReport(to.trip, trip),
    photos: to.photos,
    draft: {
      ...to.draft,
      entries: [
        ...to.draft.entries,
        ...draft.entries.map((entry) => ({ ...entry, section: entry.section + sections })),
      ],
      sections: [...to.draft.sections, ...trip.report.sections.map((section) => headingFor(section, trip))],
      remarks: [...to.draft.remarks, ...draft.remarks],
    },
  }
}

/**
 * Makes an entry of the text before the first section, for a trip that has its own lead or may get one. It is a section
 * without a heading, or the first entry of one.
 */
export function withLead({ trip, photos, draft }: Imported): Imported {
  const { report } = trip
  const [first] = trip.entries
  if (report.lead === '' || first === undefined) return { trip, photos, draft }
  const lead: Entry = { ...first, id: crypto.randomUUID(), text: report.lead }
  const [opening] = report.sections
  const joins = opening !== undefined && headingFor(opening, trip) !== opening.heading
  const sections = joins
    ? [{ ...opening, entryIds: [lead.id, ...opening.entryIds] }, ...report.sections.slice(1)]
    : [{ id: crypto.randomUUID(), heading: '', entryIds: [lead.id] }, ...report.sections]
  const understood: DraftEntry = {
    kind: 'note',
    title: report.title,
    speakers: [],
    session: 'talk',
    start: null,
    end: null,
    day: draft.entries[0]?.day ?? firstDayRef,
    link: '',
    beginning: firstWords(report.lead),
    section: 0,
  }
  const moved = draft.entries.map((entry) => (joins ? entry : { ...entry, section: entry.section + 1 }))
  return {
    trip: { ...trip, entries: [lead, ...trip.entries], report: { ...report, lead: '', sections } },
    photos,
    draft: {
      ...draft,
      entries: [understood, ...moved],
      sections: joins ? draft.sections : ['', ...draft.sections],
    },
  }
}

function records(
  entries: readonly Entry[],
  imported: Trip,
  headings: ReadonlyMap<string, string> = new Map(),
): Record<string, ReportEntry> {
  return Object.fromEntries(
    entries.map((entry) => {
      const record = imported.report.entries[entry.id] ?? { ...defaultReportEntry, heading: '' }
      return [entry.id, { ...record, heading: record.heading || (headings.get(entry.id) ?? '') }]
    }),
  )
}
