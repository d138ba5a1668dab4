import { ok, type Result } from '../../shared/result.ts'
import type { ReportChanges, Section, Trip } from '../../shared/trip.ts'
import { defined } from './defined.ts'

/**
 * Changes the report, each key as a whole. An entry is told once, so it stays in the first section that names it;
 * entries that the trip does not have are dropped. Deleted ones keep their place for when they are put back.
 */
export function saveReport(trip: Trip, changes: ReportChanges): Result<Trip> {
  const known = new Set([...trip.entries, ...trip.deleted.map(({ entry }) => entry)].map((entry) => entry.id))
  const report = { ...trip.report, ...defined(changes) }
  return ok({
    ...trip,
    report: {
      ...report,
      sections: tellOnce(report.sections, known),
      entries: Object.fromEntries(Object.entries(report.entries).filter(([id]) => known.has(id))),
    },
  })
}

function tellOnce(sections: readonly Section[], known: ReadonlySet<string>): Section[] {
  const told = new Set<string>()
  return sections.map((section) => ({
    ...section,
    entryIds: section.entryIds.filter((id) => {
      if (!known.has(id) || told.has(id)) return false
      told.add(id)
      return true
    }),
  }))
}
