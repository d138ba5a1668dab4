import { randomUUID } from 'node:crypto'
import type { ArchiveWay } from '../../shared/archive.ts'
import type { Conflict } from '../../shared/history.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Library } from '../library/library.ts'
import type { FileContents } from '../trip-folder/trip-files.ts'
import { findBase } from '../history/find-base.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import { mergeRevision } from '../sync/merge-part-copies.ts'
import { photosAmong } from '../trip-folder/photos.ts'
import { importCancelled } from '../worker/import-stopped.ts'
import { findLostPhotos, withOurPhotos } from './find-whereabouts.ts'
import type { OpenArchive } from './open-archive.ts'
import { safeFileNames } from './safe-file-names.ts'

export interface ImportedTrip {
  trip: Trip
  savedAt: string
  /** The number of pictures that were imported. */
  photos: number
  /** Conflicts of which the trip now has both sides. */
  conflicts: Conflict[]
  /** The version that holds the trip as it was before; `null` if the trip is new. */
  undoVersionId: string | null
}

export interface ImportOptions {
  reportProgress?: ReportProgress
  signal?: AbortSignal
}

/** Imports an exported trip into the library: either completely or not at all. */
export async function importTrip(
  library: Library,
  archive: OpenArchive,
  way: ArchiveWay,
  options: ImportOptions = {},
): Promise<Result<ImportedTrip>> {
  // This also makes the library read all of its trips, so that a trip cannot be added to it twice.
  const folders = await library.folders()
  if (!folders.ok) return folders
  switch (way) {
    case 'new':
      if (folders.value.has(archive.trip.id)) return isHere()
      return await create(library, archive, archive.trip, options)
    case 'copy':
      return await create(library, archive, asCopy(archive.trip), options)
    case 'merge':
      return await merge(library, archive, options)
    default:
      return assertNever(way)
  }
}

async function create(
  library: Library,
  archive: OpenArchive,
  trip: Trip,
  options: ImportOptions,
): Promise<Result<ImportedTrip>> {
  const files = archive.files.filter((key) => library.layout.find(trip, key) !== undefined)
  const created = await library.create(trip, contentsOf(library, archive, files, trip, options))
  if (!created.ok) return created
  const photos = photosAmong(trip, files).length
  return ok({ ...created.value, photos, conflicts: [], undoVersionId: null })
}

async function merge(library: Library, archive: OpenArchive, options: ImportOptions): Promise<Result<ImportedTrip>> {
  const ours = await library.open(archive.trip.id)
  if (!ours.ok) return ours
  // Another writer of the same library may change the trip in the meantime; this version undoes whatever is merged.
  const before = await library.keepVersion(ours.value.id)
  if (!before.ok) return before
  const known = new Set(ours.value.photos.map(({ id }) => id))
  const files = ours.value.photos.map(({ file }) => file)
  const news = archive.trip.photos.filter(({ id }) => !known.has(id))
  const named = safeFileNames({ ...archive.trip, photos: news }, files)
  const shared = archive.trip.photos.filter(({ id }) => known.has(id))
  const theirs = withOurPhotos({ ...archive.trip, photos: [...shared, ...named.photos] }, ours.value)
  const lost = await findLostPhotos(library, ours.value, archive)
  const base = await findBase(library.history, ours.value, theirs)
  // A picture whose file our trip has lost is restored.
  const wanted = photosAmong(archive.trip, archive.files).flatMap(({ id }) =>
    !known.has(id) || lost.has(id) ? [id] : [],
  )
  const contents = contentsOf(library, archive, wanted, theirs, options)
  const merged = await library.merge(ours.value.id, theirs, base, contents)
  if (!merged.ok) return merged
  for (const part of library.layout.revised) {
    if (!archive.files.includes(part.name)) continue
    const revised = await mergeRevision(library, merged.value.trip, part, await archive.readFile(part.name))
    if (!revised.ok) return revised
  }
  return ok({ ...merged.value, photos: wanted.length, undoVersionId: before.value })
}

/** The files of an archive. Each is read only when it is needed. */
function contentsOf(
  library: Library,
  archive: OpenArchive,
  keys: readonly string[],
  trip: Trip,
  { reportProgress, signal }: ImportOptions,
): FileContents {
  let done = 0
  const read = async (key: string) => {
    if (signal?.aborted === true) throw new Refusal(importCancelled().error)
    const data = await archive.readFile(key)
    const part = library.layout.find(trip, key)?.part
    const assigned = part?.revisions?.assignTo(data, trip.id) ?? ok(data)
    if (!assigned.ok) throw new Refusal(assigned.error)
    done++
    if (part?.messages.steps) reportProgress?.(done / keys.length, part.messages.steps.writing)
    return assigned.value
  }
  return new Map(keys.map((key) => [key, () => read(key)]))
}

/** The same trip under a new id, independent of the original from now on. */
function asCopy(original: Trip): Trip {
  // The ancestors are versions of the original trip.
  const { ancestors: _ancestors, ...trip } = original
  return { ...trip, id: randomUUID(), title: `${trip.title.slice(0, 9_000)} (copy)` }
}

function isHere(): Result<never> {
  return fail('archive.here')
}
