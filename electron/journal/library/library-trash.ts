import type { TrashedTrip } from '../../shared/contract/library.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { syncFolder } from '../disk/write-durably.ts'
import type { History } from '../history/history.ts'
import { numbered } from './folder-name.ts'
import type { LibraryWatch } from './library-watch.ts'
import { tripMissing } from './missing.ts'
import { moveToFreeName } from './new-folder.ts'
import type { OpenTrips } from './open-trips.ts'
import { forgetShownPictures } from './shown-pictures.ts'
import { emptyTrash, findInTrash, listTrash, moveToTrash, tripsInTrash } from './trash.ts'
import type { TripFolders } from './trip-folders.ts'
import type { TripStore } from './trip-store.ts'
import { message } from '../../shared/messages/message.ts'

export interface LibraryTrashOptions {
  /** Absolute. */
  library: string
  disk: FileSystem
  history: History
  folders: TripFolders
  open: OpenTrips
  watch: LibraryWatch
  onRestored: (tripId: string) => void
}

/** Moves trips to the trash and back while other trips of the library are being written. */
export class LibraryTrash {
  readonly #options: LibraryTrashOptions

  constructor(options: LibraryTrashOptions) {
    this.#options = options
  }

  async list(): Promise<Result<TrashedTrip[]>> {
    const { library, disk, folders } = this.#options
    const there = await folders.find()
    return there.ok ? await listTrash(library, disk) : there
  }

  /** Moves a trip to the trash after all pending writes to it. */
  async take(tripId: string, store: TripStore, folder: string): Promise<Result<TrashedTrip>> {
    const { library, disk, folders, open, watch } = this.#options
    const trip = await store.read()
    // A damaged trip can be deleted as well, but a missing one cannot.
    if (!trip.ok && trip.error.code !== 'trip.damaged' && trip.error.code !== 'trip.newer') return trip
    return await store.enqueue(async () => {
      const deletedAt = now()
      try {
        watch.noteRemoved(folder)
        const trashId = await moveToTrash(library, folder, deletedAt, disk)
        open.release(tripId)
        folders.delete(tripId)
        const { title, entries } = trip.ok ? trip.value : { title: folder, entries: [] }
        return ok({ trashId, title, deletedAt, entries: entries.length })
      } catch (error) {
        return isMissing(error) ? tripMissing() : diskFailure(error, message('attempt.delete-trip'))
      }
    })
  }

  async restore(trashId: string): Promise<Result<Trip>> {
    const { library, disk, folders, open, watch, onRestored } = this.#options
    const found = await folders.scan(open)
    if (!found.ok) return found
    const trashed = await findInTrash(library, trashId, disk)
    if (!trashed.ok) return trashed
    const { trip, folder, path } = trashed.value
    if (folders.has(trip.id)) {
      return fail('input.trip-exists-already')
    }
    try {
      const nameAt = (attempt: number) => numbered(folder, attempt)
      const restored = await moveToFreeName(path, library, nameAt, disk)
      watch.noteMade(restored)
      folders.set(trip.id, restored)
      await syncFolder(library, disk)
      onRestored(trip.id)
      return ok(trip)
    } catch (error) {
      return diskFailure(error, message('attempt.undelete-trip'))
    }
  }

  /** Deletes permanently, including the versions of each trip that is not in the library as well. */
  async empty(): Promise<Result<null>> {
    const { library, disk, history, folders, open } = this.#options
    const found = await folders.scan(open)
    if (!found.ok) return found
    const ids = await tripsInTrash(library, disk)
    const emptied = await emptyTrash(library, disk)
    if (!emptied.ok) return emptied
    for (const id of ids.filter((tripId) => !folders.has(tripId))) {
      await forgetShownPictures(library, id, disk)
      const forgotten = await history.forget(id)
      if (!forgotten.ok) return forgotten
    }
    return ok(null)
  }
}
