import { join } from 'node:path'
import type { TrashedTrip, TripSummary, UnreadableTrip } from '../../shared/contract/library.ts'
import type { Conflict } from '../../shared/history.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, nodeFileSystem } from '../disk/file-system.ts'
import { type History, openHistory } from '../history/history.ts'
import { findBase } from '../history/find-base.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { migrations as allMigrations } from '../trip-file/migrations.ts'
import type { Migration } from '../trip-file/migrate.ts'
import { isSame } from '../trip-file/sides.ts'
import type { Change } from './apply-change.ts'
import { checkTrip } from '../trip-file/check-trip.ts'
import { LibraryTrash } from './library-trash.ts'
import { LibraryWatch } from './library-watch.ts'
import { libraryMissing, tripMissing } from './missing.ts'
import { makeTripFolder } from './new-folder.ts'
import { OpenTrips } from './open-trips.ts'
import { type PhotoBytes, readPhotoFile } from './photo-files.ts'
import { byNewest, type FoundTrip, secondCopy } from './scan-library.ts'
import { SeenEntries } from './seen-entries.ts'
import { TripFolders, UNHURRIED_MS } from './trip-folders.ts'
import type { Library, LibraryOptions, Merged, Snapshot } from './library.ts'
import { takeSnapshot } from './snapshot.ts'
import type { StoreEvents } from './store-events.ts'
import { seenOf } from './summary-cache.ts'
import { TRIP_FILE } from '../trip-file/trip-file.ts'
import type { Watched } from './watched.ts'
import type { Saved, TripStore } from './trip-store.ts'
import { message } from '../../shared/messages/message.ts'

/** A library as a folder with a folder for each trip. */
export class FolderLibrary implements Library {
  readonly folder: string
  readonly disk: FileSystem
  readonly history: History
  readonly seen = new SeenEntries()
  readonly #migrations: readonly Migration[]
  readonly #onTripChanged: (tripId: string) => void
  readonly #onSaved: (tripId: string) => void
  readonly #onFoldersChanged: () => void
  readonly #onConflicts: (tripId: string, conflicts: Conflict[]) => void
  readonly #onHistoryFailure: (failure: Failure) => void
  readonly #folders: TripFolders
  readonly #open: OpenTrips
  readonly #watch: LibraryWatch
  readonly #trash: LibraryTrash
  readonly #detachAllForeignCopies: (library: Library, folders: readonly string[]) => Promise<boolean>
  #isWatching = false
  #isDetaching = false
  #hasListed = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What nobody waits for, but is not to be torn apart at the end. */
  #background: Promise<unknown> = Promise.resolve()

  /**
   * @param detachForeignCopies gives trips that are hidden beside others a folder of their own, and says whether there
   *   were any
   */
  constructor(
    options: LibraryOptions,
    detachForeignCopies: (library: Library, folders: readonly string[]) => Promise<boolean>,
  ) {
    this.#detachAllForeignCopies = detachForeignCopies
    this.folder = options.folder
    this.disk = options.fileSystem ?? nodeFileSystem
    this.#migrations = options.migrations ?? allMigrations
    this.#onTripChanged = options.onTripChanged ?? (() => {})
    this.#onSaved = options.onSaved ?? (() => {})
    this.#onFoldersChanged = options.onFoldersChanged ?? (() => {})
    this.#onConflicts = options.onConflicts ?? (() => {})
    this.#onHistoryFailure = options.onHistoryFailure ?? (() => {})
    this.#folders = new TripFolders(this.folder, options.mayCreate ?? true, this.disk, {
      migrations: this.#migrations,
    })
    this.history = openHistory({
      ...options.history,
      library: this.folder,
      fileSystem: this.disk,
      onKept: (trip) => this.#open.get(trip.id)?.noteKept(trip),
      onFailure: this.#onHistoryFailure,
    })
    this.#watch = new LibraryWatch(this.folder, this.disk, {
      onTripFile: (folder) => void this.#look(folder),
      onConflictCopy: (folder) => this.#noteChanged(folder),
      onFolders: ({ gone }) => {
        for (const folder of gone) this.#noteChanged(folder)
        this.#onFoldersChanged()
      },
    })
    this.#open = new OpenTrips({
      library: this.folder,
      fileSystem: this.disk,
      migrations: this.#migrations,
      eventsOf: (tripId, folder) => this.#eventsOf(tripId, folder),
      onUse: (folder) => this.#watch.watchTrip(folder),
      onRelease: (folder) => this.#watch.forgetTrip(folder),
    })
    this.#trash = new LibraryTrash({
      library: this.folder,
      disk: this.disk,
      history: this.history,
      folders: this.#folders,
      open: this.#open,
      watch: this.#watch,
      onRestored: this.#onSaved,
    })
  }

  async list(
    watched: Pick<Watched, 'onProgress'> = {},
  ): Promise<Result<{ trips: TripSummary[]; unreadable: UnreadableTrip[] }>> {
    const before = this.#folders.all()
    const found = await this.#folders.scan(this.#open, watched)
    if (!found.ok) return found
    if (isDisplaced(before, this.#folders.all()) && (await this.#detachForeignCopies())) return await this.list()
    const trips: (FoundTrip & { ok: true })[] = []
    const unreadable: UnreadableTrip[] = []
    for (const trip of found.value) {
      const first = trip.ok ? this.#folders.get(trip.summary.id) : undefined
      if (!trip.ok) unreadable.push({ folder: trip.folder, error: trip.error })
      else if (first === undefined || first === trip.folder) trips.push(trip)
      else unreadable.push(secondCopy(trip.folder, first))
    }
    if (this.#isWatching && !this.#hasListed) this.#detachLater()
    this.#hasListed = true
    return ok({ trips: trips.toSorted(byNewest).map((trip) => trip.summary), unreadable })
  }

  async open(tripId: string): Promise<Result<Trip>> {
    const opened = await this.#withStore(tripId, (store) => store.read())
    if (opened.ok && this.#isWatching) this.#startWatching()
    return opened
  }

  refusal(tripId: string): Promise<Result<Failure | null>> {
    return this.#withStore(tripId, (store) => store.refusal())
  }

  async folders(): Promise<Result<ReadonlyMap<string, string>>> {
    const found = await this.#folders.scan(this.#open)
    return found.ok ? ok(this.#folders.all()) : found
  }

  twinsOf(tripId: string): readonly string[] {
    return this.#folders.twinsOf(tripId)
  }

  seenOf(folder: string): Promise<string | null> {
    return this.disk.stat(join(this.folder, folder, TRIP_FILE)).then(seenOf, () => null)
  }

  noteSaved(tripId: string): void {
    this.#onSaved(tripId)
  }

  snapshot(folder: string): Promise<Result<Snapshot>> {
    const known = this.#open.inFolder(folder)?.store.known() ?? null
    return takeSnapshot(this.folder, folder, known, this.#migrations, this.disk)
  }

  watch(): void {
    this.#isWatching = true
  }

  async create(trip: Trip, photos: PhotoBytes = new Map(), folder?: string): Promise<Result<Saved>> {
    const checked = checkTrip(trip, null)
    if (!checked.ok) return checked
    if (this.#folders.has(trip.id)) return fail('input.invalid', 'This trip is in the library already.')
    const there = await this.#folders.find()
    if (!there.ok) return there
    try {
      if (!there.value) await this.disk.makeFolders(this.folder)
      this.#folders.noteMade()
      const made = await makeTripFolder(this.folder, trip, photos, this.disk, folder)
      if (!made.ok) return made
      this.#watch.noteMade(made.value)
      this.#folders.set(trip.id, made.value)
      this.#onSaved(trip.id)
      return ok({ trip, savedAt: now() })
    } catch (error) {
      return isMissing(error) ? libraryMissing(this.folder) : diskFailure(error, message('attempt.create-trip'))
    }
  }

  update(tripId: string, change: Change, photos: PhotoBytes = new Map()): Promise<Result<Saved>> {
    return this.#withStore(tripId, (store) => store.update(change, photos))
  }

  async merge(
    tripId: string,
    theirs: Trip,
    base: Trip | null,
    photos: PhotoBytes = new Map(),
  ): Promise<Result<Merged>> {
    return await this.#withStore(tripId, async (store, folder) => {
      const ours = await store.readToChange()
      if (!ours.ok) return ours
      const undo = await this.history.keep(folder, ours.value)
      if (!undo.ok) return undo
      const kept = await this.history.keep(folder, theirs)
      if (!kept.ok) return kept
      let conflicts: Conflict[] = []
      const change = (trip: Trip) => {
        const merged = mergeTrips(base, trip, theirs)
        conflicts = merged.conflicts
        return ok(isSame(merged.trip, trip) ? trip : merged.trip)
      }
      const saved = await store.update(change, photos, true)
      return saved.ok ? ok({ ...saved.value, conflicts, undoVersionId: undo.value }) : saved
    })
  }

  keepVersion(tripId: string): Promise<Result<string>> {
    return this.#withStore(tripId, async (store, folder) => {
      const trip = await store.readToChange()
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

  delete(tripId: string): Promise<Result<TrashedTrip>> {
    return this.#withStore(tripId, (store, folder) => this.#trash.take(tripId, store, folder))
  }

  trash(): Promise<Result<TrashedTrip[]>> {
    return this.#trash.list()
  }

  restore(trashId: string): Promise<Result<Trip>> {
    return this.#trash.restore(trashId)
  }

  emptyTrash(): Promise<Result<null>> {
    return this.#trash.empty()
  }

  async close(): Promise<void> {
    this.#watch.stop()
    clearTimeout(this.#timer)
    await this.#background
    await this.#open.settled()
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
      const result = await use(this.#open.storeOf(tripId, before), before)
      if (result.ok || result.error.code !== 'trip.missing') return result
    }
    const found = await this.#folders.scan(this.#open)
    if (!found.ok) return found
    if (!this.#folders.has(tripId)) await this.#detachForeignCopies()
    const folder = this.#folders.get(tripId)
    return folder === undefined ? tripMissing() : await use(this.#open.storeOf(tripId, folder), folder)
  }

  /** What came while Lanyard was closed is looked through once, when the list has long been on the screen. */
  #detachLater(): void {
    const detach = () => {
      this.#background = this.#detachForeignCopies()
    }
    this.#timer = setTimeout(detach, UNHURRIED_MS).unref()
  }

  /** Trips that are in no list, for they are copies beside another trip, get folders of their own. */
  async #detachForeignCopies(): Promise<boolean> {
    if (this.#isDetaching) return false
    this.#isDetaching = true
    const isDetached = await this.#detachAllForeignCopies(this, [...this.#folders.all().values()])
    this.#isDetaching = false
    if (isDetached) this.#onFoldersChanged()
    return isDetached
  }

  #startWatching(): void {
    if (!this.#watch.start()) return
    for (const folder of this.#open.folders()) this.#watch.watchTrip(folder)
  }

  /** Something has written to a trip's file, most likely we. */
  async #look(folder: string): Promise<void> {
    if ((await this.#open.inFolder(folder)?.store.isOutdated()) === true) this.#noteChanged(folder)
  }

  #noteChanged(folder: string): void {
    const trip = this.#open.inFolder(folder)
    if (trip !== undefined) this.#onTripChanged(trip.tripId)
  }

  #eventsOf(tripId: string, folder: string): StoreEvents {
    const keep = (trip: Trip) => {
      void this.history.keep(folder, trip).then((kept) => (kept.ok ? undefined : this.#onHistoryFailure(kept.error)))
    }
    return {
      saved: (before, after) => {
        this.history.saved(folder, before, after)
        this.#onSaved(tripId)
      },
      changedOutside: (known, found) => {
        this.#onSaved(tripId)
        keep(known)
        keep(found)
      },
      followed: () => {
        this.#onSaved(tripId)
        this.history.followed(tripId)
      },
      noticedBySave: () => this.#onTripChanged(tripId),
      replaced: (before, after) => this.seen.noteReplaced(before, after),
      keptBoth: (conflicts) => this.#onConflicts(tripId, conflicts),
      madeNewer: (known) => {
        this.#onSaved(tripId)
        keep(known)
      },
      lost: keep,
      findBase: (one, other) => findBase(this.history, one, other),
    }
  }
}

/** Whether a trip is gone and its folder is not: another trip is in it. */
function isDisplaced(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  const folders = new Set(after.values())
  return [...before].some(([tripId, folder]) => !after.has(tripId) && folders.has(folder))
}
