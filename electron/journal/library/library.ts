import { join } from 'node:path'
import type { TrashedTrip, TripSummary, UnreadableTrip } from '../../shared/contract.ts'
import type { Conflict } from '../../shared/history.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, nodeFileSystem } from '../disk/file-system.ts'
import { syncFolder } from '../disk/write-durably.ts'
import { type History, type HistoryOptions, openHistory } from '../history/history.ts'
import { findBase } from '../merge/conflict-copies.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../merge/sides.ts'
import type { Change } from './apply-change.ts'
import { checkTrip } from './check-trip.ts'
import { libraryMissing, tripMissing } from './missing.ts'
import { makeTripFolder, moveToFreeName } from './new-folder.ts'
import { type PhotoBytes, readPhotoFile } from './photo-files.ts'
import { byNewest, type FoundTrip, secondCopy } from './scan-library.ts'
import { SeenEntries } from './seen-entries.ts'
import { emptyTrash, findInTrash, listTrash, moveToTrash, tripsInTrash } from './trash.ts'
import { TRIP_FILE } from './trip-file.ts'
import { TripFolders } from './trip-folders.ts'
import { type Saved, type StoreEvents, TripStore } from './trip-store.ts'

/** The folder that holds all trips, and the one place where trips change. */
export interface Library {
  /** Absolute. */
  readonly folder: string
  /** The disk that it is on. */
  readonly disk: FileSystem
  /** The earlier versions of its trips. */
  readonly history: History
  /** What was in its entries a while ago, as far as memory reaches. */
  readonly seen: SeenEntries
  /** All trips, newest first, and the folders that look like one and cannot be read. */
  list(): Promise<Result<{ trips: TripSummary[]; unreadable: UnreadableTrip[] }>>
  /** The newest state of a trip, also where somebody else has changed it on the disk. */
  open(tripId: string): Promise<Result<Trip>>
  /**
   * Makes the folder of a whole new trip, its pictures included, in one step: it is there complete or not at all.
   *
   * @param photos each photo's identifier -> its bytes; the trip has a record of each
   */
  create(trip: Trip, photos?: PhotoBytes): Promise<Result<Saved>>
  /**
   * The one way in which a trip changes. The change is given the newest state, and changes are applied in the order in
   * which they are asked for. Fulfilled when the change is on the disk for good; refused, nothing has changed.
   *
   * @param change a pure function; it must not change the trip that it is given. The same trip back: nothing to do
   * @param photos each new photo's identifier -> its bytes, written before the trip that names them
   */
  update(tripId: string, change: Change, photos?: PhotoBytes): Promise<Result<Saved>>
  /**
   * Merges a trip with another state of it. Both are kept as versions before.
   *
   * @param base what both were made from; `null`: not known
   */
  merge(tripId: string, theirs: Trip, base: Trip | null): Promise<Result<Saved & { conflicts: Conflict[] }>>
  /** Keeps the trip as it is now as a version, and says which. */
  keepVersion(tripId: string): Promise<Result<string>>
  /** Where a trip's folder is, absolute. */
  placeOf(tripId: string): Promise<Result<string>>
  /** A picture, looked up by its identifier alone. */
  readPhoto(tripId: string, photoId: string): Promise<Result<{ photo: Photo; data: Uint8Array }>>
  /** Moves a trip to the trash. */
  delete(tripId: string): Promise<Result<TrashedTrip>>
  trash(): Promise<Result<TrashedTrip[]>>
  restore(trashId: string): Promise<Result<Trip>>
  emptyTrash(): Promise<Result<null>>
  /** Waits for every write that was asked for, and keeps versions of what was changed. */
  close(): Promise<void>
}

export interface LibraryOptions {
  /** Absolute. */
  folder: string
  /**
   * Whether a library that is not there yet is made with its first trip. Not for one that the user has chosen: its disk
   * may be unplugged. Default: yes. A library that was there in this run is never made anew.
   */
  mayCreate?: boolean
  fileSystem?: FileSystem
  /** Told when a save found that somebody else had changed the trip's file, and has kept both. */
  onTripChanged?: (tripId: string) => void
  /** Told when both had changed the same, so that it is in the trip twice now. */
  onConflicts?: (tripId: string, conflicts: Conflict[]) => void
  /** Told when a version could not be kept. What it is of is saved all the same. */
  onHistoryFailure?: (failure: Failure) => void
  history?: Pick<HistoryOptions, 'interval' | 'maxBytes'>
}

/** So many trips stay in memory once they were used. */
const KEPT_IN_MEMORY = 12

/** Opens a library. The disk is first looked at when something is asked of it. */
export function openLibrary(options: LibraryOptions): Library {
  return new FolderLibrary(options)
}

class FolderLibrary implements Library {
  readonly folder: string
  readonly disk: FileSystem
  readonly history: History
  readonly seen = new SeenEntries()
  readonly #onTripChanged: (tripId: string) => void
  readonly #onConflicts: (tripId: string, conflicts: Conflict[]) => void
  readonly #onHistoryFailure: (failure: Failure) => void
  readonly #folders: TripFolders
  readonly #stores = new Map<string, TripStore>()

  constructor(options: LibraryOptions) {
    this.folder = options.folder
    this.disk = options.fileSystem ?? nodeFileSystem
    this.#onTripChanged = options.onTripChanged ?? (() => {})
    this.#onConflicts = options.onConflicts ?? (() => {})
    this.#onHistoryFailure = options.onHistoryFailure ?? (() => {})
    this.#folders = new TripFolders(this.folder, options.mayCreate ?? true, this.disk)
    this.history = openHistory({
      ...options.history,
      library: this.folder,
      fileSystem: this.disk,
      onKept: (trip) => this.#stores.get(trip.id)?.noteKept(trip),
      onFailure: this.#onHistoryFailure,
    })
  }

  async list(): Promise<Result<{ trips: TripSummary[]; unreadable: UnreadableTrip[] }>> {
    const found = await this.#folders.scan(this.#stores)
    if (!found.ok) return found
    const trips: (FoundTrip & { ok: true })[] = []
    const unreadable: UnreadableTrip[] = []
    for (const trip of found.value) {
      const first = trip.ok ? this.#folders.get(trip.summary.id) : undefined
      if (!trip.ok) unreadable.push({ folder: trip.folder, error: trip.error })
      else if (first === undefined || first === trip.folder) trips.push(trip)
      else unreadable.push(secondCopy(trip.folder, first))
    }
    return ok({ trips: trips.toSorted(byNewest).map((trip) => trip.summary), unreadable })
  }

  open(tripId: string): Promise<Result<Trip>> {
    return this.#withStore(tripId, (store) => store.read())
  }

  async create(trip: Trip, photos: PhotoBytes = new Map()): Promise<Result<Saved>> {
    const checked = checkTrip(trip, null)
    if (!checked.ok) return checked
    if (this.#folders.has(trip.id)) return fail('input.invalid', 'This trip is in the library already.')
    const there = await this.#folders.find()
    if (!there.ok) return there
    try {
      if (!there.value) await this.disk.makeFolder(this.folder)
      this.#folders.noteMade()
      const made = await makeTripFolder(this.folder, trip, photos, this.disk)
      if (!made.ok) return made
      this.#folders.set(trip.id, made.value)
      return ok({ trip, savedAt: now() })
    } catch (error) {
      return isMissing(error) ? libraryMissing(this.folder) : diskFailure(error, 'make the trip')
    }
  }

  update(tripId: string, change: Change, photos: PhotoBytes = new Map()): Promise<Result<Saved>> {
    return this.#withStore(tripId, (store) => store.update(change, photos))
  }

  async merge(tripId: string, theirs: Trip, base: Trip | null): Promise<Result<Saved & { conflicts: Conflict[] }>> {
    return await this.#withStore(tripId, async (store, folder) => {
      const ours = await store.read()
      if (!ours.ok) return ours
      for (const state of [ours.value, theirs]) {
        const kept = await this.history.keep(folder, state)
        if (!kept.ok) return kept
      }
      let conflicts: Conflict[] = []
      const change = (trip: Trip) => {
        const merged = mergeTrips(base, trip, theirs)
        conflicts = merged.conflicts
        return ok(isSame(merged.trip, trip) ? trip : merged.trip)
      }
      const saved = await store.update(change, new Map(), true)
      return saved.ok ? ok({ ...saved.value, conflicts }) : saved
    })
  }

  keepVersion(tripId: string): Promise<Result<string>> {
    return this.#withStore(tripId, async (store, folder) => {
      const trip = await store.read()
      return trip.ok ? await this.history.keep(folder, trip.value) : trip
    })
  }

  placeOf(tripId: string): Promise<Result<string>> {
    return this.#withStore(tripId, async (_, folder) => ok(join(this.folder, folder)))
  }

  async readPhoto(tripId: string, photoId: string): Promise<Result<{ photo: Photo; data: Uint8Array }>> {
    return await this.#withStore(tripId, async (store, folder) => {
      const trip = await store.read()
      return trip.ok ? await readPhotoFile(join(this.folder, folder), trip.value, photoId, this.disk) : trip
    })
  }

  async delete(tripId: string): Promise<Result<TrashedTrip>> {
    return await this.#withStore(tripId, async (store, folder) => {
      const trip = await store.read()
      // A damaged trip can be thrown away as well; one that is not there cannot.
      if (!trip.ok && trip.error.code !== 'trip.damaged' && trip.error.code !== 'trip.newer') return trip
      return await store.enqueue(async () => {
        const deletedAt = now()
        try {
          const trashId = await moveToTrash(this.folder, folder, deletedAt, this.disk)
          this.#stores.delete(tripId)
          this.#folders.delete(tripId)
          const { title, entries } = trip.ok ? trip.value : { title: folder, entries: [] }
          return ok({ trashId, title, deletedAt, entries: entries.length })
        } catch (error) {
          return isMissing(error) ? tripMissing() : diskFailure(error, 'move the trip to the trash')
        }
      })
    })
  }

  async trash(): Promise<Result<TrashedTrip[]>> {
    const there = await this.#folders.find()
    return there.ok ? await listTrash(this.folder, this.disk) : there
  }

  async restore(trashId: string): Promise<Result<Trip>> {
    const found = await this.#folders.scan(this.#stores)
    if (!found.ok) return found
    const trashed = await findInTrash(this.folder, trashId, this.disk)
    if (!trashed.ok) return trashed
    const { trip, folder, path } = trashed.value
    if (this.#folders.has(trip.id)) {
      return fail('input.invalid', 'This trip is in the library already, so the copy stays in the trash.')
    }
    try {
      const name = (attempt: number) => (attempt === 0 ? folder : `${folder}-${attempt + 1}`)
      this.#folders.set(trip.id, await moveToFreeName(path, this.folder, name, this.disk))
      await syncFolder(this.folder, this.disk)
      return ok(trip)
    } catch (error) {
      return diskFailure(error, 'take the trip out of the trash')
    }
  }

  async emptyTrash(): Promise<Result<null>> {
    const found = await this.#folders.scan(this.#stores)
    if (!found.ok) return found
    const ids = await tripsInTrash(this.folder, this.disk)
    const emptied = await emptyTrash(this.folder, this.disk)
    if (!emptied.ok) return emptied
    for (const id of ids.filter((tripId) => !this.#folders.has(tripId))) {
      const forgotten = await this.history.forget(id)
      if (!forgotten.ok) return forgotten
    }
    return ok(null)
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#stores.values(), (store) => store.settled()))
    await Promise.all([this.#folders.settled(), this.history.close()])
  }

  /**
   * Does something with a trip. Where its folder is no longer where it was, it is looked for once: people rename
   * folders.
   */
  async #withStore<T>(
    tripId: string,
    use: (store: TripStore, folder: string) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const before = this.#folders.get(tripId)
    if (before !== undefined) {
      const result = await use(this.#storeOf(tripId, before), before)
      if (result.ok || result.error.code !== 'trip.missing') return result
    }
    const found = await this.#folders.scan(this.#stores)
    if (!found.ok) return found
    const folder = this.#folders.get(tripId)
    return folder === undefined ? tripMissing() : await use(this.#storeOf(tripId, folder), folder)
  }

  #storeOf(tripId: string, folder: string): TripStore {
    const file = join(this.folder, folder, TRIP_FILE)
    const known = this.#stores.get(tripId)
    const store =
      known?.file === file
        ? known
        : new TripStore(tripId, file, `${folder}/${TRIP_FILE}`, this.disk, this.#eventsOf(tripId, folder))
    // Taken out and put in again: the map's order is that of the last use.
    this.#stores.delete(tripId)
    this.#stores.set(tripId, store)
    for (const [id, other] of this.#stores) {
      if (this.#stores.size <= KEPT_IN_MEMORY) break
      if (id !== tripId && other.isIdle()) this.#stores.delete(id)
    }
    return store
  }

  #eventsOf(tripId: string, folder: string): StoreEvents {
    const keep = (trip: Trip) => {
      void this.history.keep(folder, trip).then((kept) => (kept.ok ? undefined : this.#onHistoryFailure(kept.error)))
    }
    return {
      saved: (before, after) => this.history.saved(folder, before, after),
      changedOutside: (known, found) => {
        keep(known)
        keep(found)
      },
      noticedBySave: () => this.#onTripChanged(tripId),
      replaced: (before, after) => this.seen.noteReplaced(before, after),
      keptBoth: (conflicts) => this.#onConflicts(tripId, conflicts),
      lost: keep,
      findBase: (one, other) => findBase(this.history, one, other),
    }
  }
}
