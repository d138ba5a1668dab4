import type { ImportSummary } from '../../shared/contract/imports.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import { addReport } from './add-report.ts'
import type { Imported, ImportDefaults, ImportFile } from './importer.ts'
import { type ReportFiles, readReport } from './read-report.ts'

export interface ImportOrder {
  files: readonly ImportFile[]
  /** The trip that gets the entries; `null`: a new one. */
  tripId: string | null
  library: Library
  defaults: ImportDefaults
  /** Makes sense of the files; a shell has this done in a thread of its own. */
  read?: (files: ReportFiles) => Promise<Result<Imported>>
}

/** Makes a trip of files, or adds what is in them to one. What the files are is found from their content. */
export async function runImport(order: ImportOrder): Promise<Result<ImportSummary>> {
  const { files, tripId, library, defaults, read = readReport } = order
  const imported = await read({ files, defaults })
  if (!imported.ok) return imported
  const { trip, photos, remarks } = imported.value
  if (tripId === null) {
    const created = await library.create(trip, photos)
    if (!created.ok) return created
    return ok({ trip: created.value.trip, entries: trip.entries.length, photos: photos.size, remarks })
  }
  let before = 0
  const change = (current: Trip): Result<Trip> => {
    before = current.entries.length
    return addReport(current, trip)
  }
  const saved = await library.update(tripId, change, photos)
  if (!saved.ok) return saved
  const entries = saved.value.trip.entries.length - before
  return ok({ trip: saved.value.trip, entries, photos: photos.size, remarks })
}
