import { randomUUID } from 'node:crypto'
import type { ArchiveWay } from '../../shared/archive.ts'
import type { Conflict } from '../../shared/history.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import type { Library } from '../library/library.ts'
import type { FileContents } from '../trip-folder/trip-files.ts'
import { findBase } from '../history/find-base.ts'
import type { Tell } from '../disk/tell.ts'
import { importCancelled } from '../worker/import-stopped.ts'
import { findLostPhotos, withOurPhotos } from './find-whereabouts.ts'
import type { OpenArchive } from './open-archive.ts'
import { safeFileNames } from './safe-file-names.ts'

export interface TakenIn {
  trip: Trip
  savedAt: string
  /** How many pictures have come. */
  photos: number
  /** What is in the trip twice now. */
  conflicts: Conflict[]
  /** The version of the trip from before; `null`: it is new. */
  undoVersionId: string | null
}

export interface TakeInOptions {
  tell?: Tell
  signal?: AbortSignal
}

/** Takes an exported trip into the library: complete, or not at all. */
export async function takeIn(
  library: Library,
  archive: OpenArchive,
  way: ArchiveWay,
  options: TakeInOptions = {},
): Promise<Result<TakenIn>> {
  // Also so that the library knows all of its trips: one must not get into it twice.
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
  options: TakeInOptions,
): Promise<Result<TakenIn>> {
  const created = await library.create(trip, bytesOf(archive, archive.photoIds, options))
  if (!created.ok) return created
  return ok({ ...created.value, photos: archive.photoIds.length, conflicts: [], undoVersionId: null })
}

async function merge(library: Library, archive: OpenArchive, options: TakeInOptions): Promise<Result<TakenIn>> {
  const ours = await library.open(archive.trip.id)
  if (!ours.ok) return ours
  // Two who write the same library cannot both be asked first; whatever is merged can be undone by this.
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
  // A picture of ours that was lost comes back.
  const wanted = archive.photoIds.filter((id) => !known.has(id) || lost.has(id))
  const merged = await library.merge(ours.value.id, theirs, base, bytesOf(archive, wanted, options))
  return merged.ok ? ok({ ...merged.value, photos: wanted.length, undoVersionId: before.value }) : merged
}

function bytesOf(archive: OpenArchive, ids: readonly string[], { tell, signal }: TakeInOptions): FileContents {
  let done = 0
  const read = async (id: string) => {
    if (signal?.aborted === true) throw new Refusal(importCancelled().error)
    const data = await archive.readPhoto(id)
    done++
    tell?.(done / ids.length, 'writing-pictures')
    return data
  }
  return new Map(ids.map((id) => [id, () => read(id)]))
}

/** The same trip as one of its own, which goes its own way from here. */
function asCopy(original: Trip): Trip {
  // Its versions are those of the other trip.
  const { ancestors: _ancestors, ...trip } = original
  return { ...trip, id: randomUUID(), title: `${trip.title.slice(0, 9_000)} (copy)` }
}

function isHere(): Result<never> {
  return fail(
    'archive.here',
    'You have this trip already. Nothing was changed. Merge the two, or keep both as trips of their own.',
  )
}
