import { join } from 'node:path'
import type { TrashedTrip } from '../../shared/contract/library.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, nodeFileSystem } from '../disk/file-system.ts'
import { createLibraryDisk } from '../disk/library-disk.ts'
import { type History, openHistory } from '../history/history.ts'
import { findBase } from '../history/find-base.ts'
import { migrations as allMigrations } from '../trip-file/migrations.ts'
import type { Migration } from '../trip-file/migrate.ts'
import { checkTrip } from '../trip-file/check-trip.ts'
import { type FolderStamps, readFolderStamps } from '../trip-folder/folder-stamps.ts'
import { type TripLayout, tripLayout } from '../trip-folder/layout.ts'
import { type FileContents, type FileState, inspectFile, pathIn } from '../trip-folder/trip-files.ts'
import { TRIP_FILE } from '../trip-folder/trip-json.ts'
import type { PartFile } from '../trip-folder/trip-part.ts'
import type { Change } from './apply-change.ts'
import { type DetachForeignCopies, ForeignCopies } from './foreign-copies.ts'
import { KnownEntries } from './known-entries.ts'
import {
  type Library,
  type LibraryEvents,
  type LibraryOptions,
  type Listed,
  type Merged,
  noEvents,
  type TripFile,
} from './library.ts'
import { LibraryTrash } from './library-trash.ts'
import { LibraryWatch } from './library-watch.ts'
import { mergeInto } from './merge-into.ts'
import { libraryMissing, tripMissing } from './missing.ts'
import { makeTripFolder } from './new-folder.ts'
import { OpenTrips } from './open-trips.ts'
import type { Saved } from './prepare-update.ts'
import { readPhoto } from './read-photo.ts'
import { type FileChange, RevisedFiles } from './revised-files.ts'
import { type SortedTrips, sortFound } from './scan-library.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import { handleStoreEvent } from './store-events.ts'
import { isDisplaced, TripFolders } from './trip-folders.ts'
import type { TripStore } from './trip-store.ts'
import type { Watched } from './watched.ts'
import { message } from '../../shared/messages/message.ts'

/** A library that is a folder with one subfolder per trip. */
export class FolderLibrary implements Library {
  readonly folder: string
  readonly disk: FileSystem
  readonly isStuck: () => boolean
  readonly history: History
  readonly layout: TripLayout
  readonly knownEntries = new KnownEntries()
  readonly #migrations: readonly Migration[]
  readonly #events: LibraryEvents
  readonly #folders: TripFolders
  readonly #open: OpenTrips
  readonly #watch: LibraryWatch
  readonly #trash: LibraryTrash
  readonly #revised: RevisedFiles
  readonly #foreignCopies: ForeignCopies
  #isWatching = false
  #hasListed = false

  /** @param detachForeignCopies see {@link ForeignCopies} */
  constructor(options: LibraryOptions, detachForeignCopies: DetachForeignCopies) {
    this.#foreignCopies = new ForeignCopies(async () => {
      const isDetached = await detachForeignCopies(this, [...this.#folders.all().values()])
      if (isDetached) this.#events.onFoldersChanged()
      return isDetached
    })
    this.folder = options.folder
    const disk = createLibraryDisk(options.fileSystem ?? nodeFileSystem, this.folder, options.diskTimes)
    this.disk = disk
    this.isStuck = () => disk.isStuck()
    this.#migrations = options.migrations ?? allMigrations
    this.layout = options.layout ?? tripLayout
    this.#events = { ...noEvents, ...options }
    this.#revised = new RevisedFiles(this.disk)
    this.#folders = new TripFolders({
      library: this.folder,
      mayCreate: options.mayCreate ?? true,
      fileSystem: this.disk,
      layout: this.layout,
      reading: { migrations: this.#migrations },
    })
    this.history = openHistory({
      ...options.history,
      library: this.folder,
      fileSystem: this.disk,
      onKept: (trip) => this.#open.get(trip.id)?.noteKept(trip),
      onFailure: this.#events.onHistoryFailure,
    })
    this.#watch = new LibraryWatch(this.folder, disk, this.layout, {
      onFile: (folder, name) => void this.#look(folder, name),
      onConflictCopy: (folder) => this.#noteChanged(folder),
      onFolders: ({ removed }) => {
        for (const folder of removed) this.#noteChanged(folder)
        this.#events.onFoldersChanged()
      },
    })
    this.#open = new OpenTrips({
      library: this.folder,
      fileSystem: this.disk,
      layout: this.layout,
      migrations: this.#migrations,
      hostOf: (tripId, folder) => ({
        onEvent: (event) =>
          handleStoreEvent(event, { ...this.#events, tripId, folder, history: this.history, known: this.knownEntries }),
        findBase: (one, other) => findBase(this.history, one, other),
      }),
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
      onRestored: this.#events.onSaved,
    })
  }

  async list(watched: Pick<Watched, 'onProgress'> = {}): Promise<Result<Listed>> {
    const found = await this.#scan(watched)
    return found.ok ? ok({ ...found.value, trips: found.value.trips.map(({ summary }) => summary) }) : found
  }

  async files(): Promise<Result<TripFile[]>> {
    const found = await this.#scan()
    if (!found.ok) return found
    return ok(found.value.trips.map(({ folder, stamp, summary }) => ({ tripId: summary.id, folder, stamp })))
  }

  holds(tripId: string): boolean {
    return this.#folders.has(tripId)
  }

  /** Looks through all folders. The readable trips are in the order of the list, newest first. */
  async #scan(watched: Pick<Watched, 'onProgress'> = {}): Promise<Result<SortedTrips & { revision: string }>> {
    const before = this.#folders.all()
    const found = await this.#folders.scan(this.#open, watched)
    if (!found.ok) return found
    if (isDisplaced(before, this.#folders.all()) && (await this.#foreignCopies.detach())) return await this.#scan()
    const { found: trips, revision } = found.value
    const sorted = sortFound(trips, (tripId) => this.#folders.get(tripId))
    if (this.#isWatching && !this.#hasListed) this.#foreignCopies.detachLater()
    this.#hasListed = true
    return ok({ ...sorted, revision })
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

  duplicateFolders(tripId: string): readonly string[] {
    return this.#folders.duplicateFolders(tripId)
  }

  async stampsOf(folder: string): Promise<FolderStamps | null> {
    const stamps = await readFolderStamps(join(this.folder, folder), this.layout, this.disk)
    return stamps[TRIP_FILE] === undefined ? null : stamps
  }

  noteSaved(tripId: string): void {
    this.#events.onSaved(tripId)
  }

  snapshot(folder: string): Promise<Result<Snapshot>> {
    const known = this.#open.inFolder(folder)?.store.known() ?? null
    return takeSnapshot(join(this.folder, folder), folder, {
      fileSystem: this.disk,
      layout: this.layout,
      reading: { migrations: this.#migrations },
      known,
    })
  }

  watch(): void {
    this.#isWatching = true
  }

  async create(trip: Trip, contents: FileContents = new Map(), folder?: string): Promise<Result<Saved>> {
    const checked = checkTrip(trip, null)
    if (!checked.ok) return checked
    if (this.#folders.has(trip.id)) return fail('input.trip-exists')
    const exists = await this.#folders.find()
    if (!exists.ok) return exists
    try {
      if (!exists.value) await this.disk.makeFolders(this.folder)
      this.#folders.noteMade()
      const name = await makeTripFolder(this.folder, trip, contents, {
        fileSystem: this.disk,
        layout: this.layout,
        wanted: folder,
      })
      if (!name.ok) return name
      this.#watch.noteMade(name.value)
      this.#folders.set(trip.id, name.value)
      this.#events.onSaved(trip.id)
      return ok({ trip, savedAt: now() })
    } catch (error) {
      return isMissing(error) ? libraryMissing(this.folder) : diskFailure(error, message('attempt.create-trip'))
    }
  }

  update(tripId: string, change: Change, contents: FileContents = new Map()): Promise<Result<Saved>> {
    return this.#withStore(tripId, (store) => store.update(change, contents))
  }

  async merge(
    tripId: string,
    theirs: Trip,
    base: Trip | null,
    contents: FileContents = new Map(),
  ): Promise<Result<Merged>> {
    return await this.#withStore(tripId, (store, folder) =>
      mergeInto(store, folder, { theirs, base, contents, history: this.history }),
    )
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
    return await this.#withStore(tripId, (store, folder) =>
      readPhoto(store, join(this.folder, folder), photoId, this.disk),
    )
  }

  readFile(tripId: string, key: string): Promise<Result<FileState>> {
    return this.#withFile(tripId, key, async (file, tripFolder) => {
      await this.#revised.note(pathIn(tripFolder, file))
      return await inspectFile(tripFolder, file, this.disk)
    })
  }

  changeFile(tripId: string, key: string, change: FileChange): Promise<Result<Uint8Array>> {
    return this.#withFile(tripId, key, async (file, tripFolder) => {
      const changed = await this.#revised.change(pathIn(tripFolder, file), change)
      if (!changed.ok) return changed
      if (changed.value.isChanged) {
        this.#events.onSaved(tripId)
        this.#events.onFileChanged(tripId, key)
      }
      return ok(changed.value.bytes)
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
    await this.#foreignCopies.close()
    await this.#open.settled()
    await Promise.all([this.#folders.settled(), this.history.close()])
  }

  /** Uses a trip. If its folder has moved, searches for it once: people rename folders. */
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
    if (!this.#folders.has(tripId)) await this.#foreignCopies.detach()
    const folder = this.#folders.get(tripId)
    return folder === undefined ? tripMissing() : await use(this.#open.storeOf(tripId, folder), folder)
  }

  /** Uses a file of one of a trip's parts while nothing else is written to the trip. */
  #withFile<T>(
    tripId: string,
    key: string,
    use: (file: PartFile, tripFolder: string) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#withStore(tripId, async (store, folder) => {
      const trip = await store.read()
      if (!trip.ok) return trip
      const file = this.layout.find(trip.value, key)?.file
      if (file === undefined) throw new Error(`A trip has no file "${key}".`)
      return await store.enqueue(() => use(file, join(this.folder, folder)))
    })
  }

  #startWatching(): void {
    if (!this.#watch.start()) return
    for (const folder of this.#open.folders()) this.#watch.watchTrip(folder)
  }

  /** Called when a file of a trip has been written, most likely by this program. */
  async #look(folder: string, name: string | null): Promise<void> {
    const used = this.#open.inFolder(folder)
    if (used === undefined) return
    if (name !== null && name !== TRIP_FILE) {
      if (!(await this.#revised.isOutdated(join(this.folder, folder, name)))) return
      this.#events.onSaved(used.tripId)
      this.#events.onFileChanged(used.tripId, name)
      this.#noteChanged(folder)
    } else if (await used.store.isOutdated()) this.#noteChanged(folder)
  }

  #noteChanged(folder: string): void {
    const trip = this.#open.inFolder(folder)
    if (trip !== undefined) this.#events.onTripChanged(trip.tripId)
  }
}
