import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { copyHistory } from '../backup/copy-history.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { inspectTrip } from '../history/inspect-trip.ts'
import { putInPlace } from '../history/recover-trip.ts'
import { restoreEntryFromVersion, restoreTrip } from '../history/restore.ts'
import type { Library } from '../library/library.ts'
import type { Watched } from '../library/watched.ts'
import { readSourceTrip, type Source, type SourceTrip } from './open-source.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import type { NamedFile } from '../trip-folder/layout.ts'
import { type RestoredFiles, restoreFiles } from './restore-files.ts'

export interface RestoreOrder extends Watched {
  library: Library
  source: Source
  trip: SourceTrip
  /** `null` for its current state there. */
  versionId: string | null
  /** Restores only this entry; `null` for the whole trip. */
  entryId: string | null
}

export interface RestoredTrip {
  trip: Trip
  /**
   * `changed`: it was in the library and now has that state. `same`: it already had it. `recovered`: its file was
   * unreadable. `made`: it was not in the library.
   */
  how: 'changed' | 'same' | 'recovered' | 'made'
  /** The version that undoes this when restored; `null` if there was nothing before. */
  undoVersionId: string | null
  /** The unreadable file under its new name, absolute; `null` if there was no such file. */
  keptAs: string | null
  /** The number of pictures that were restored. */
  photos: number
  /** A message for each file that could not be restored. */
  remarks: Message[]
}

/**
 * Restores a trip from a backup or another library. A trip in the library returns to that state, which can be undone; a
 * damaged one gets an intact file; a missing one is created. Its other files are restored if they are missing or
 * damaged. The source is only read.
 */
export async function restoreFrom(order: RestoreOrder): Promise<Result<RestoredTrip>> {
  const { library, source, trip, versionId, entryId } = order
  const state =
    versionId === null ? await readSourceTrip(source, trip) : await source.history.read(trip.tripId, versionId)
  if (!state.ok) return state
  const place = await findPlace(library, trip.tripId)
  if (!place.ok) return place
  try {
    if (place.value.kind === 'readable') return await change(order, state.value)
    if (entryId !== null) {
      return fail('input.entry-of-damaged-trip')
    }
    return place.value.kind === 'unreadable'
      ? await recover(order, state.value, place.value.folder)
      : await make(order, state.value)
  } catch (error) {
    return diskFailure(error, message('attempt.restore-named', { title: state.value.title }))
  }
}

type Place = { kind: 'readable' } | { kind: 'unreadable'; folder: string } | { kind: 'none' }

async function findPlace(library: Library, tripId: string): Promise<Result<Place>> {
  const opened = await library.open(tripId)
  if (opened.ok) return ok({ kind: 'readable' })
  const listed = await library.list()
  if (!listed.ok) return listed
  const folders = await library.folders()
  if (!folders.ok) return folders
  for (const { folder } of listed.value.unreadable) {
    const inspected = await inspectTrip(library.folder, folder, library.history, library.disk)
    if (!inspected.ok) continue
    // Identified by what is left of the file, by its versions, or by what that folder contained when it was last
    // readable.
    if (inspected.value.tripId !== tripId && folders.value.get(tripId) !== folder) continue
    const { kind, problem } = inspected.value.inspection
    return kind === 'newer' ? { ok: false, error: problem } : ok({ kind: 'unreadable', folder })
  }
  return opened.error.code === 'trip.missing' ? ok({ kind: 'none' }) : opened
}

async function change(order: RestoreOrder, state: Trip): Promise<Result<RestoredTrip>> {
  const { library, entryId } = order
  const before = await library.open(state.id)
  if (!before.ok) return before
  const entry = state.entries.find(({ id }) => id === entryId)
  const files = library.layout.filesOf(state)
  // For a single entry, only the files that its text refers to.
  const wanted = entryId === null ? files : files.filter(({ file }) => entry?.text.includes(file.key) === true)
  // The files come first, so that no trip refers to a missing picture.
  const { pictures, remarks, isStopped } = await bringFiles(order, state, wanted)
  if (isStopped) return stopped('other')
  if (entryId === null && isDeepStrictEqual(before.value, state)) {
    return ok({ trip: state, how: 'same', undoVersionId: null, keptAs: null, photos: pictures, remarks })
  }
  const undo = await library.keepVersion(state.id)
  if (!undo.ok) return undo
  const saved = await library.update(state.id, (trip) =>
    entryId === null ? restoreTrip(trip, state, now()) : restoreEntryFromVersion(trip, state, entryId, now()),
  )
  if (!saved.ok) return saved
  const { trip } = saved.value
  return ok({ trip, how: 'changed', undoVersionId: undo.value, keptAs: null, photos: pictures, remarks })
}

async function recover(order: RestoreOrder, state: Trip, folder: string): Promise<Result<RestoredTrip>> {
  const { library } = order
  await bringHistory(order, state, folder)
  const place = join(library.folder, folder)
  const { pictures, remarks, isStopped } = await bringFiles(order, state, library.layout.filesOf(state), place)
  if (isStopped) return stopped('other')
  const recovered = await putInPlace(library.folder, folder, state, library.disk)
  if (!recovered.ok) return recovered
  library.noteSaved(state.id)
  const { trip, keptAs } = recovered.value
  return ok({ trip, how: 'recovered', undoVersionId: null, keptAs, photos: pictures, remarks })
}

async function make(order: RestoreOrder, state: Trip): Promise<Result<RestoredTrip>> {
  const created = await order.library.create(state)
  if (!created.ok) return created
  const place = await order.library.placeOf(state.id)
  if (!place.ok) return place
  const { pictures, remarks, isStopped } = await bringFiles(order, state, order.library.layout.filesOf(state))
  if (isStopped) return stopped('made')
  await bringHistory(order, state, basename(place.value))
  return ok({ trip: state, how: 'made', undoVersionId: null, keptAs: null, photos: pictures, remarks })
}

function stopped(trip: 'made' | 'other'): Result<never> {
  return fail('cancelled.restore', { trip })
}

async function bringFiles(
  { library, source, trip, signal, onProgress }: RestoreOrder,
  state: Trip,
  files: readonly NamedFile[],
  folder?: string,
): Promise<RestoredFiles> {
  const place = folder === undefined ? await library.placeOf(state.id) : ok(folder)
  if (!place.ok) return { pictures: 0, remarks: [], isStopped: false }
  return await restoreFiles(
    files,
    { folder: trip.folder === null ? null : join(source.folder, trip.folder), disk: source.disk },
    { folder: place.value, disk: library.disk },
    { ...(signal && { signal }), ...(onProgress && { onProgress }) },
  )
}

/** Copies the versions from the source, for a trip that has lost its own. */
async function bringHistory({ library, source }: RestoreOrder, { id, title }: Trip, folder: string): Promise<void> {
  if (source.folder === library.folder) return
  const places = { tripId: id, library: source.folder, disk: source.disk, path: library.folder, target: library.disk }
  await library.history.bring(id, () => copyHistory(places, { folder, title }))
}
