import type { ImportSummary } from '../../shared/contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import { addReport } from './add-report.ts'
import type { ImportDefaults, ImportFile } from './importer.ts'
import { findImporter, importers } from './index.ts'
import { openBundle } from './open-bundle.ts'

export interface ImportOrder {
  files: readonly ImportFile[]
  /** The trip that gets the entries; `null`: a new one. */
  tripId: string | null
  library: Library
  defaults: ImportDefaults
}

/** Makes a trip of files, or adds what is in them to one. What the files are is found from their content. */
export async function runImport({ files, tripId, library, defaults }: ImportOrder): Promise<Result<ImportSummary>> {
  const bundle = openBundle(files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  if (importer === undefined) return unknown()
  const imported = importer.read(bundle.value, defaults)
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

function unknown(): Result<never> {
  const known = importers.map((importer) => importer.name).join(', ')
  return fail(
    'import.unknown',
    `This is nothing that Lanyard can import yet. Nothing was changed. What it knows: ${known}.`,
  )
}
