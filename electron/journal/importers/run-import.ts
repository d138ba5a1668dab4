import type { ImportResult } from '../../shared/contract/imports.ts'
import type { Dates } from '../../shared/import-days.ts'
import type { ImportDraft, ImportPlan } from '../../shared/import-draft.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import type { Library } from '../library/library.ts'
import type { FileContents } from '../trip-folder/trip-files.ts'
import { importCancelled } from '../worker/import-stopped.ts'
import { addReport } from './add-report.ts'
import type { ImportDefaults, ImportFile } from './importer.ts'
import { type BuiltTrip, buildReport, type PlannedReport, type ReportFiles, understandReport } from './read-report.ts'

export interface ImportOrder {
  files: readonly ImportFile[]
  /** The trip to add the entries to; `null` for a new trip. */
  tripId: string | null
  library: Library
  defaults: ImportDefaults
  /** If it is aborted before the trip is on the disk, nothing is imported. */
  signal?: AbortSignal
  reportProgress?: ReportProgress
}

type Reader<I, O> = (report: I, signal?: AbortSignal, reportProgress?: ReportProgress) => Promise<Result<O>>

/**
 * Reads files and returns what was understood of them. Writes nothing.
 *
 * @param read reads the files; shells do this in a worker thread
 */
export async function understandImport(
  { files, tripId, library, defaults, signal, reportProgress = () => {} }: ImportOrder,
  read: Reader<ReportFiles, ImportDraft> = (report, _signal, onProgress) => understandReport(report, onProgress),
): Promise<Result<ImportDraft>> {
  const into = tripId === null ? null : await library.open(tripId)
  if (into?.ok === false) return into
  reportProgress(0, 'reading-files')
  const timeZone = into?.value.timeZone ?? defaults.timeZone
  const draft = await read(
    { files, defaults: { ...defaults, timeZone }, isAddition: into !== null },
    signal,
    reportProgress,
  )
  if (signal?.aborted === true) return importCancelled()
  if (!draft.ok || into === null) return draft
  const { firstDay, lastDay } = into.value
  const entries = onDayOfPost(draft.value, { firstDay, lastDay })
  return ok({ ...draft.value, entries, details: detailsOf(into.value), days: { firstDay, lastDay, source: 'trip' } })
}

/** A post without headings that name days is about its own day, if that is one of the trip's. */
function onDayOfPost({ days, entries }: ImportDraft, trip: Dates): ImportDraft['entries'] {
  const isUndated = entries.every(({ day }) => day.by === 'number' && day.number === 1)
  if (days === null || !isUndated || days.firstDay < trip.firstDay || days.firstDay > trip.lastDay) return entries
  return entries.map((entry) => ({ ...entry, day: { by: 'date', date: days.firstDay } }))
}

function detailsOf({ title, venue, city, country, timeZone, language, authors, tags }: Trip): ImportDraft['details'] {
  return { title, venue, city, country, timeZone, language, authors, tags }
}

/** The share of the work that reading the files takes. */
const READING = 0.5

/**
 * Creates a trip from files, or adds their contents to an existing trip. The type of the files is determined from their
 * content.
 *
 * @param plan what the entries are, one for each of the draft that the same files gave
 * @param read reads the files; shells do this in a worker thread
 */
export async function createImport(
  { files, tripId, library, defaults, signal, reportProgress = () => {} }: ImportOrder,
  plan: ImportPlan,
  read: Reader<PlannedReport, BuiltTrip> = (report, _signal, onProgress) => buildReport(report, onProgress),
): Promise<Result<ImportResult>> {
  const into = tripId === null ? null : await library.open(tripId)
  if (into?.ok === false) return into
  const { timeZone } = into?.value ?? plan.details
  reportProgress(0, 'reading-files')
  const built = await read(
    { files, defaults: { ...defaults, timeZone }, isAddition: into !== null, plan },
    signal,
    (done, step) => reportProgress(READING * done, step),
  )
  if (signal?.aborted === true) return importCancelled()
  if (!built.ok) return built
  const { trip } = built.value
  reportProgress(READING, 'saving-trip')
  const photos = cancellable(built.value.photos, signal, (part) =>
    reportProgress(READING + (1 - READING) * part, 'saving-trip'),
  )
  const added = {
    photos: photos.size,
    entryIds: trip.entries.map(({ id }) => id),
    sectionIds: trip.report.sections.map(({ id }) => id),
  }
  if (tripId === null) {
    const created = await library.create(trip, photos)
    return created.ok ? ok({ ...created.value, ...added }) : created
  }
  // The state before it is kept: an import changes a trip more than anything else does.
  const before = await library.keepVersion(tripId)
  if (!before.ok) return before
  const saved = await library.update(tripId, (current) => ok(addReport(current, trip)), photos)
  return saved.ok ? ok({ ...saved.value, ...added }) : saved
}

/** Wraps pictures so that none is written after the signal is aborted. */
function cancellable(
  photos: BuiltTrip['photos'],
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
