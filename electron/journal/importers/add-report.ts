import { ok, type Result } from '../../shared/result.ts'
import { defaultReportEntry, type Entry, type ReportEntry, type Section, type Trip } from '../../shared/trip.ts'

/**
 * Adds an imported report to an existing trip: its entries, its pictures and their places in the report. What the trip
 * already contains stays unchanged.
 */
export function addReport(trip: Trip, imported: Trip): Result<Trip> {
  const lead = leadEntry(imported)
  const added = lead === null ? imported.entries : [lead, ...imported.entries]
  const updatedAt = imported.updatedAt
  const photos = [...trip.photos, ...imported.photos]
  const { report } = trip
  if (report.arrangement === 'theme') {
    const opening: Section[] = lead === null ? [] : [{ id: crypto.randomUUID(), heading: '', entryIds: [lead.id] }]
    return ok({
      ...trip,
      updatedAt,
      photos,
      entries: [...trip.entries, ...added],
      report: {
        ...report,
        sections: [...report.sections, ...opening, ...imported.report.sections],
        entries: { ...report.entries, ...records(added, imported) },
      },
    })
  }
  // A report by day has no sections, so their headings go to their first entries.
  const headings = new Map<string, string>()
  for (const { heading, entryIds } of imported.report.sections) {
    const [first] = entryIds
    if (first !== undefined && heading !== '') headings.set(first, heading)
  }
  return ok({
    ...trip,
    updatedAt,
    photos,
    entries: [...trip.entries, ...added],
    report: { ...report, entries: { ...report.entries, ...records(added, imported, headings) } },
  })
}

/** Text before the first section becomes an entry here, because the trip has its own lead or may get one. */
function leadEntry(imported: Trip): Entry | null {
  const [first] = imported.entries
  if (imported.report.lead === '' || first === undefined) return null
  const title = imported.report.title
  return { ...first, id: crypto.randomUUID(), text: imported.report.lead, ...(first.kind === 'note' && { title }) }
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
