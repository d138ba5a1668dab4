import { join } from 'node:path'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import type { Found, FoundName, SearchProgress, SearchQuery } from '../../shared/search.ts'
import { storedStampOf } from '../disk/file-stamp.ts'
import type { Library, TripFile } from '../library/library.ts'
import { tripFileIn } from '../trip-folder/trip-json.ts'
import { openWorker, type TaskWorker } from '../worker/open-worker.ts'
import { wholeBuffers } from '../worker/whole-buffers.ts'
import type { SearchTasks } from './search-tasks.ts'

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/** How long reading a trip may take in the thread, in milliseconds. Far more than the largest journal needs. */
const DEADLINE_MS = 60_000
/** How old the list of trips may be when somebody searches, in milliseconds. */
const LISTED_MS = 10_000
/** Other tasks of the thread get a turn before each trip, so a search never waits for more than one. */
const MAX_HEAP_MB = 1024

export interface SessionOptions {
  library: Library
  /** Called when other trips can be searched than before. */
  onProgress: (progress: SearchProgress) => void
  /** Called with a trip's file that the thread was reading when it ended. */
  onHopeless: (file: TripFile) => void
  /** Whether a file has ended a thread before. */
  isHopeless: (file: TripFile) => boolean
}

/** A thread with an index in its memory, which is kept up to date as long as it lives. */
export class SearchSession {
  readonly #options: SessionOptions
  readonly #thread: TaskWorker<SearchTasks>
  /** Newest first. */
  #files: readonly TripFile[] = []
  /** The trips that have been saved since they were read. */
  readonly #saved = new Set<string>()
  #unread = 0
  /** Which list of trips is being read. */
  #round = 0
  #listedAt = -Infinity
  #failure: Failure | null = null
  #listing: Promise<void> | null = null
  #following: Promise<void> | null = null
  #isClosed = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#thread = openWorker<SearchTasks>({
      entry: new URL('./search-worker.ts', here),
      onStop: () => fail('search.stopped'),
      deadline: DEADLINE_MS,
      maxHeapMb: MAX_HEAP_MB,
    })
    // The thread carries out its tasks in order, so everything else comes after this.
    void this.#thread.ask('search.load', { library: options.library.folder })
  }

  hasEnded(): boolean {
    return this.#isClosed || this.#thread.hasEnded()
  }

  async find(query: SearchQuery): Promise<Result<Found>> {
    const ready = await this.#prepare()
    if (!ready.ok) return ready
    const found = await this.#thread.ask('search.find', query)
    return found.ok ? ok({ ...found.value, progress: this.#progress() }) : found
  }

  async names(
    query: string,
    tripId: string | null,
    limit: number,
  ): Promise<Result<{ names: FoundName[]; progress: SearchProgress }>> {
    const ready = await this.#prepare()
    if (!ready.ok) return ready
    const names = await this.#thread.ask('search.names', { query, tripId, limit })
    return names.ok ? ok({ names: names.value, progress: this.#progress() }) : names
  }

  /** Resolves when every trip has been read. */
  async complete(): Promise<void> {
    await this.#prepare()
    while (this.#following !== null) await this.#following
  }

  /** A trip has a new state on the disk. */
  noteSaved(tripId: string): void {
    // A new trip is not in the list yet.
    if (this.#files.some((file) => file.tripId === tripId)) this.#saved.add(tripId)
    else this.noteChanged()
  }

  /** Trips may have come or gone. */
  noteChanged(): void {
    this.#listedAt = -Infinity
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#thread.close()
  }

  #progress(): SearchProgress {
    return { read: this.#files.length - this.#unread, trips: this.#files.length }
  }

  /** Resolves as soon as a search makes sense: the trips are listed, and those that were saved have been read again. */
  async #prepare(): Promise<Result<null>> {
    const isListed = this.#files.length > 0 && this.#failure === null
    const isGone = this.#files.some(({ tripId }) => !this.#options.library.holds(tripId))
    if (performance.now() - this.#listedAt > LISTED_MS || isGone) this.#listing ??= this.#list()
    if (this.#listing !== null && (!isListed || isGone || this.#listedAt === -Infinity)) await this.#listing
    await this.#readSaved()
    return this.#failure === null ? ok(null) : { ok: false, error: this.#failure }
  }

  async #list(): Promise<void> {
    try {
      const listed = await this.#options.library.files()
      this.#failure = listed.ok ? null : listed.error
      if (!listed.ok) return
      const files = listed.value.filter((file) => !this.#options.isHopeless(file))
      const stale = await this.#thread.ask(
        'search.list',
        files.map(({ tripId, stamp }) => ({ tripId, stamp })),
      )
      if (!stale.ok) return
      this.#files = files
      this.#listedAt = performance.now()
      this.#begin(new Set(stale.value))
    } finally {
      this.#listing = null
    }
  }

  /** Starts reading trips. */
  #begin(stale: ReadonlySet<string>): void {
    this.#unread = stale.size
    this.#round++
    if (stale.size === 0) return
    const files = this.#files.filter(({ tripId }) => stale.has(tripId))
    const following = this.#readAll(files, this.#round).finally(() => {
      if (this.#following === following) this.#following = null
    })
    this.#following = following
  }

  /** Reads trips until a newer list has taken over. */
  async #readAll(files: readonly TripFile[], round: number): Promise<void> {
    for (const [index, file] of files.entries()) {
      if (this.hasEnded()) return
      await this.#read(file)
      if (round !== this.#round) return
      this.#unread = files.length - index - 1
      this.#options.onProgress(this.#progress())
    }
    await this.#thread.ask('search.keep', { library: this.#options.library.folder })
  }

  async #readSaved(): Promise<void> {
    const saved = this.#files.filter(({ tripId }) => this.#saved.has(tripId))
    this.#saved.clear()
    for (const file of saved) await this.#read(file)
  }

  async #read(file: TripFile): Promise<void> {
    const { tripId, folder } = file
    const { library } = this.#options
    const loaded = await this.#load(join(library.folder, folder))
    if (loaded === null) {
      await this.#thread.ask('search.drop', { tripId })
      return
    }
    const input = { tripId, name: folder, ...loaded }
    const read = await this.#thread.ask('search.put', input, { transfer: wholeBuffers({ bytes: loaded.bytes }) })
    if (!read.ok && !this.#isClosed) this.#options.onHopeless({ ...file, stamp: loaded.stamp })
  }

  /** The bytes of a trip's file; `null` if they cannot be read. */
  async #load(tripFolder: string): Promise<{ bytes: Uint8Array; stamp: string } | null> {
    try {
      const file = await this.#options.library.disk.open(tripFileIn(tripFolder), 'r')
      try {
        const stamp = storedStampOf(await file.stat())
        return { bytes: await file.readFile(), stamp }
      } finally {
        await file.close().catch(() => {})
      }
    } catch {
      return null
    }
  }
}
