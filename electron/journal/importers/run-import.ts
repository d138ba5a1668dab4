import type { ImportSummary } from '../../shared/contract/imports.ts'
import { MAX_IMPORTED_ENTRIES } from '../../shared/import-limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import type { Library } from '../library/library.ts'
import { updateNoting } from '../library/update-noting.ts'
import type { FileContents } from '../trip-folder/trip-files.ts'
import { importCancelled } from '../worker/import-stopped.ts'
import { addReport } from './add-report.ts'
import type { Imported, ImportDefaults, ImportFile } from './importer.ts'
import { type ReportFiles, readReport } from './read-report.ts'

export interface ImportOrder {
  files: readonly ImportFile[]
  /** The trip to add the entries to; `null` for a new trip. */
  tripId: string | null
  library: Library
  defaults: ImportDefaults
  /** Reads the files; shells do this in a worker thread. */
  read?: (files: ReportFiles, signal?: AbortSignal) => Promise<Result<Imported>>
  /** If it is aborted before the trip is on the disk, nothing is imported. */
  signal?: AbortSignal
  reportProgress?: ReportProgress
}

/** The share of the work that reading the files takes, which cannot report its progress. */
const READING = 0.5

/**
 * Creates a trip from files, or adds their contents to an existing trip. The type of the files is determined from their
 * content.
 */
export async function runImport(order: ImportOrder): Promise<Result<ImportSummary>> {
  const { files, tripId, library, defaults, read = readReport, signal, reportProgress = () => {} } = order
  reportProgress(0, 'reading-report')
  const imported = await read({ files, defaults }, signal)
  if (signal?.aborted === true) return importCancelled()
  if (!imported.ok) return imported
  const { trip, remarks } = imported.value
  if (trip.entries.length > MAX_IMPORTED_ENTRIES) {
    return fail('import.too-many-entries', { count: trip.entries.length, limit: MAX_IMPORTED_ENTRIES })
  }
  reportProgress(READING, 'saving-trip')
  const photos = cancellable(imported.value.photos, signal, (part) =>
    reportProgress(READING + (1 - READING) * part, 'saving-trip'),
  )
  if (tripId === null) {
    const created = await library.create(trip, photos)
    if (!created.ok) return created
    return ok({ trip: created.value.trip, entries: trip.entries.length, photos: photos.size, remarks })
  }
  const change = (current: Trip) => {
    const added = addReport(current, trip)
    if (!added.ok) return added
    return ok({ trip: added.value, note: added.value.entries.length - current.entries.length })
  }
  const saved = await updateNoting(library, tripId, change, photos)
  if (!saved.ok) return saved
  return ok({ trip: saved.value.trip, entries: saved.value.note, photos: photos.size, remarks })
}

/** Wraps pictures so that none is written after the signal is aborted. */
function cancellable(
  photos: Imported['photos'],
  signal: AbortSignal | undefined,
  onWritten: (part: number) => void,
): FileContents {
  let written = 0
  const next = async (data: Uint8Array) => {
    if (signal?.aborted === true) throw new Refusal(importCancelled().error)
    onWritten(written++ / photos.size)
    return data
  }
  return new Map(Array.from(photos, ([id, data]) => [id, () => next(data)]))
}
