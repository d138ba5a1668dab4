import { fail, ok, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { FileStamp } from '../disk/file-stamp.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { readAllAbout } from '../history/about-file.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { revisionOf } from './library-revision.ts'
import { type FoundTrip, scanLibrary } from './scan-library.ts'
import { type CachedSummary, keepSummaries, readSummaries } from './summary-cache.ts'
import { libraryMissing } from './missing.ts'
import { sweepLibrary } from './sweep-library.ts'
import type { ReadOptions } from '../trip-file/trip-file.ts'
import type { OpenTrips } from './open-trips.ts'
import type { Watched } from './watched.ts'
import { message } from '../../shared/messages/message.ts'

/** Delay for background work, in milliseconds: there is more urgent work after a start. */
export const UNHURRIED_MS = 3000

export interface TripFoldersOptions {
  /** Absolute. */
  library: string
  /** Whether a missing library counts as an empty one that has not been created yet. */
  mayCreate: boolean
  fileSystem: FileSystem
  layout: TripLayout
  /** How to read trips' files. */
  reading: ReadOptions
}

/** What a scan of a library has found. */
export interface Scan {
  found: FoundTrip[]
  /** Identifies the state of the library before anything was read. */
  revision: string
}

/** Maps trips to folders of a library, as of the last scan. */
export class TripFolders {
  readonly #library: string
  readonly #mayCreate: boolean
  readonly #fileSystem: FileSystem
  readonly #layout: TripLayout
  readonly #reading: ReadOptions
  /** Trip -> its folder's name. */
  #folders = new Map<string, string>()
  /** Trip -> other folders with the same trip. */
  #duplicates = new Map<string, string[]>()
  #summaries: Map<string, CachedSummary> | null = null
  #hasExisted = false
  #swept = false
  /** Clean-up that has not begun yet. */
  #sweep: { begin: () => Promise<void>; timer: NodeJS.Timeout } | null = null
  #withHistory: Promise<ReadonlySet<string>> | null = null
  /** Work that nobody waits for, but that must not be interrupted on closing. */
  #background: Promise<void> = Promise.resolve()

  constructor({ library, mayCreate, fileSystem, layout, reading }: TripFoldersOptions) {
    this.#library = library
    this.#mayCreate = mayCreate
    this.#fileSystem = fileSystem
    this.#layout = layout
    this.#reading = reading
  }

  get(tripId: string): string | undefined {
    return this.#folders.get(tripId)
  }

  /** Trip -> its folder's name, as of the last scan. */
  all(): ReadonlyMap<string, string> {
    return this.#folders
  }

  /** The other folders that held the same trip in the last scan. */
  duplicateFolders(tripId: string): readonly string[] {
    return this.#duplicates.get(tripId) ?? []
  }

  has(tripId: string): boolean {
    return this.#folders.has(tripId)
  }

  set(tripId: string, folder: string): void {
    this.#folders.set(tripId, folder)
  }

  delete(tripId: string): void {
    this.#folders.delete(tripId)
  }

  /** The library was created: from now on it counts as missing if it is not found. */
  noteMade(): void {
    this.#hasExisted = true
  }

  async settled(): Promise<void> {
    this.#sweepNow()
    await this.#background
  }

  /**
   * Whether the library exists. If it existed before and does not any more, that is an error: it is not created again
   * as an empty one.
   */
  async find(): Promise<Result<boolean>> {
    try {
      const stat = await this.#fileSystem.stat(this.#library)
      if (!stat.isDirectory()) {
        return fail('library.not-a-folder', { path: this.#library })
      }
      this.#hasExisted = true
      return ok(true)
    } catch (error) {
      if (!isMissing(error)) return diskFailure(error, message('attempt.read-library'))
      return this.#hasExisted || !this.#mayCreate ? libraryMissing(this.#library) : ok(false)
    }
  }

  /**
   * Scans the library.
   *
   * @param open the trips in use, which need not be read
   * @param watched is called for each folder
   */
  async scan(open: OpenTrips, watched: Pick<Watched, 'onProgress'> = {}): Promise<Result<Scan>> {
    const there = await this.find()
    if (!there.ok) return there
    const stamps = new Map<string, FileStamp | null>()
    if (!there.value) return ok({ found: [], revision: revisionOf(stamps) })
    try {
      const before = this.#summaries ?? (await readSummaries(this.#library, this.#fileSystem))
      const found = await scanLibrary(
        this.#library,
        {
          inMemory: (folder) => open.inFolder(folder)?.store.known() ?? null,
          fromLastTime: before,
          reading: this.#reading,
          wasTrip: async (folder) => before.has(folder) || (await this.#historied()).has(folder),
          noteStamp: (folder, stamp) => void stamps.set(folder, stamp),
        },
        this.#fileSystem,
        watched,
      )
      this.#remember(found, before)
      this.#sweepOnce(found)
      return ok({ found, revision: revisionOf(stamps) })
    } catch (error) {
      return errorCode(error) === 'ENOENT'
        ? libraryMissing(this.#library)
        : diskFailure(error, message('attempt.read-library'))
    }
  }

  #remember(found: readonly FoundTrip[], before: ReadonlyMap<string, CachedSummary>): void {
    const readable = found.filter((trip) => trip.ok)
    const present = new Map(found.map((trip) => [trip.folder, trip]))
    const folders = new Map<string, string>()
    for (const { folder, summary } of readable) {
      const used = this.#folders.get(summary.id)
      const inUse = used === undefined ? undefined : present.get(used)
      // Of two copies, the one in use stays in use; otherwise the one whose name comes first is used.
      const first = inUse?.ok === true && inUse.summary.id === summary.id ? inUse.folder : folder
      if (!folders.has(summary.id)) folders.set(summary.id, first)
    }
    this.#duplicates = new Map()
    for (const { folder, summary } of readable) {
      if (folders.get(summary.id) !== folder)
        this.#duplicates.set(summary.id, [...this.duplicateFolders(summary.id), folder])
    }
    const unreadable = found.filter((trip) => !trip.ok)
    // A trip that was readable before stays known, so that opening it reports what is wrong with it.
    for (const { folder } of unreadable) {
      const id = before.get(folder)?.summary.id ?? [...this.#folders].find(([, known]) => known === folder)?.[0]
      if (id !== undefined && !folders.has(id)) folders.set(id, folder)
    }
    this.#folders = folders
    const summaries = new Map(
      readable.map(({ folder, stamp, createdAt, summary }) => [folder, { stamp, createdAt, summary }]),
    )
    for (const { folder } of unreadable) {
      // Also at the next start.
      const last = before.get(folder)
      if (last !== undefined) summaries.set(folder, last)
    }
    const isNew = readable.some(({ folder, stamp }) => before.get(folder)?.stamp !== stamp)
    this.#summaries = summaries
    if (isNew || before.size > summaries.size) {
      this.#inBackground(() => keepSummaries(this.#library, summaries, this.#fileSystem))
    }
  }

  /** Removes what killed processes left behind, once per run. In a large library there is much to go through. */
  #sweepOnce(found: readonly FoundTrip[]): void {
    if (this.#swept) return
    this.#swept = true
    const trips = found.map(({ folder }) => folder)
    const begin = () => sweepLibrary(this.#library, trips, this.#layout, this.#fileSystem)
    this.#sweep = { begin, timer: setTimeout(() => this.#sweepNow(), UNHURRIED_MS).unref() }
  }

  #sweepNow(): void {
    if (this.#sweep === null) return
    clearTimeout(this.#sweep.timer)
    this.#inBackground(this.#sweep.begin)
    this.#sweep = null
  }

  /** The folders that have versions. Read once, and only if a folder without a trip is found. */
  async #historied(): Promise<ReadonlySet<string>> {
    this.#withHistory ??= readAllAbout(this.#library, this.#fileSystem).then(
      (all) => new Set(Array.from(all.values(), ({ folder }) => folder)),
    )
    return await this.#withHistory
  }

  #inBackground(task: () => Promise<void>): void {
    this.#background = this.#background.then(task).catch(() => {})
  }
}

/** Whether a trip is missing while its folder still exists, with another trip in it. */
export function isDisplaced(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  const folders = new Set(after.values())
  return [...before].some(([tripId, folder]) => !after.has(tripId) && folders.has(folder))
}
