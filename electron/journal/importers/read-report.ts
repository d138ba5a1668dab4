import type { ImportDraft, ImportPlan } from '../../shared/import-draft.ts'
import { MAX_IMPORTED_ENTRIES } from '../../shared/import-limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { withLead } from './add-report.ts'
import { applyPlan } from './apply-plan.ts'
import type { Imported, ImportDefaults, ImportFile } from './importer.ts'
import { findImporter, importers } from './index.ts'
import { openBundle } from './open-bundle.ts'

export interface ReportFiles {
  files: readonly ImportFile[]
  defaults: ImportDefaults
  /** Whether it is added to a trip, which has its own lead. */
  isAddition: boolean
}

export interface PlannedReport extends ReportFiles {
  plan: ImportPlan
}

/** A whole trip that is not in any library yet. */
export interface BuiltTrip {
  trip: Trip
  /** A photo's identifier -> its bytes. */
  photos: Map<string, Uint8Array>
}

/** Reads files without making anything of them. The type of the files is determined from their content. */
export async function understandReport(report: ReportFiles): Promise<Result<ImportDraft>> {
  const read = readFiles(report)
  return read.ok ? ok(read.value.draft) : read
}

/** Reads files as a trip whose entries are what the plan says. The plan's times are in the zone of the defaults. */
export async function buildReport({ plan, ...report }: PlannedReport): Promise<Result<BuiltTrip>> {
  const read = readFiles(report)
  if (!read.ok) return read
  const trip = applyPlan(read.value, plan, report.defaults.timeZone)
  return trip.ok ? ok({ trip: trip.value, photos: read.value.photos }) : trip
}

function readFiles({ files, defaults, isAddition }: ReportFiles): Result<Imported> {
  const bundle = openBundle(files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  if (importer === undefined) return fail('import.unknown', { known: importers.map(({ name }) => name) })
  const read = importer.read(bundle.value, defaults)
  if (!read.ok) return read
  const imported = isAddition ? withLead(read.value) : read.value
  const count = imported.trip.entries.length
  return count > MAX_IMPORTED_ENTRIES
    ? fail('import.too-many-entries', { count, limit: MAX_IMPORTED_ENTRIES })
    : ok(imported)
}
