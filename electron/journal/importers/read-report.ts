import type { ImportDraft, ImportPlan } from '../../shared/import-draft.ts'
import { MAX_IMPORTED_ENTRIES } from '../../shared/import-limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
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

/** The share of the reading that unpacking takes. */
const UNPACKING = 0.2

/** Reads files without making anything of them. The type of the files is determined from their content. */
export async function understandReport(
  report: ReportFiles,
  reportProgress: ReportProgress = () => {},
): Promise<Result<ImportDraft>> {
  const read = await readFiles(report, reportProgress)
  return read.ok ? ok(read.value.draft) : read
}

/** Reads files as a trip whose entries are what the plan says. The plan's times are in the zone of the defaults. */
export async function buildReport(
  { plan, ...report }: PlannedReport,
  reportProgress: ReportProgress = () => {},
): Promise<Result<BuiltTrip>> {
  const read = await readFiles(report, reportProgress)
  if (!read.ok) return read
  const trip = applyPlan(read.value, plan, report.defaults.timeZone)
  if (!trip.ok) return trip
  const kept = new Set(trip.value.photos.map(({ id }) => id))
  return ok({ trip: trip.value, photos: new Map([...read.value.photos].filter(([id]) => kept.has(id))) })
}

async function readFiles(
  { files, defaults, isAddition }: ReportFiles,
  reportProgress: ReportProgress,
): Promise<Result<Imported>> {
  // Most imports have no archive, and do not wait for what reads one.
  const { unpackArchives } = await import('./unpack-archives.ts')
  const unpacked = await unpackArchives(files, (done) => reportProgress(UNPACKING * done, 'reading-files'))
  if (!unpacked.ok) return unpacked
  const bundle = openBundle(unpacked.value.files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  if (importer === undefined) return fail('import.unknown', { known: importers.map(({ name }) => name) })
  const read = importer.read(bundle.value, defaults, (done) =>
    reportProgress(UNPACKING + (1 - UNPACKING) * done, 'reading-files'),
  )
  if (!read.ok) return read
  const { draft } = read.value
  const whole = { ...read.value, draft: { ...draft, remarks: [...draft.remarks, ...unpacked.value.remarks] } }
  const imported = isAddition ? withLead(whole) : whole
  const count = imported.trip.entries.length
  return count > MAX_IMPORTED_ENTRIES
    ? fail('import.too-many-entries', { count, limit: MAX_IMPORTED_ENTRIES })
    : ok(imported)
}
