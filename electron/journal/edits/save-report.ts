import { ok, type Result } from '../../shared/result.ts'
import type { ReportChanges, Section, Trip } from '../../shared/trip.ts'
import { defined } from './defined.ts'

/**
 * Changes the report; each key is replaced as a whole. An entry can be in the report only once, so it stays in the
 * first section that names it. Entries that the trip does not have are dropped; deleted ones keep their place in case
 * they are restored.
 */
export function saveReport(trip: Trip, changes: ReportChanges): Result<Trip> {
  const known = new Set([...trip.entries, ...trip.deleted.map(({ entry }) => entry)].map((entry) => entry.id))
  const report = { ...trip.report, ...defined(changes) }
  return ok({
    ...trip,
    report: {
      ...report,
      sections: nameOnce(report.sections, known),
      entries: Object.fromEntries(Object.entries(report.entries).filter(([id]) => known.has(id))),
    },
  })
}

function nameOnce(sections: readonly Section[], known: ReadonlySet<string>): Section[] {
  const named = new Set<string>()
  return sections.map((section) => ({
    ...section,
    entryIds: section.entryIds.filter((id) => {
      if (!known.has(id) || named.has(id)) return false
      named.add(id)
      return true
    }),
  }))
}
