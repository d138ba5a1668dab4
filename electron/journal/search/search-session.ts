import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import type { Found, FoundName, NamesQuery, SearchProgress, SearchQuery } from '../../shared/search.ts'
import { storedStampOf } from '../disk/file-stamp.ts'
import type { Library, TripFile } from '../library/library.ts'
import { tripFileIn } from '../trip-folder/trip-json.ts'
import { openWorker, type TaskWorker } from '../worker/open-worker.ts'
import { wholeBuffers } from '../worker/whole-buffers.ts'
import { AttendedSessions } from './attended-sessions.ts'
import type { ListedTrip } from './search-index.ts'
import type { GivenFile, SearchTasks } from './search-tasks.ts'

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/** How long reading a trip may take in the thread, in milliseconds. Far more than the largest journal needs. */
const DEADLINE_MS = 60_000
/** How old the list of trips may be when somebody searches, in milliseconds. */
const LISTED_MS = 10_000
const MAX_HEAP_MB = 1024
/** How long after the last trip was read the index is written, in milliseconds. Whoever waited for it searches first. */
const KEEP_AFTER_MS = 500
/** How long the program waits at its end for the index to be written, in milliseconds. */
const MAX_KEEPING_MS = 3_000
/** What lives shortly is one trip at a time. With less, the thread collects it again and again while it is still needed. */
const MAX_YOUNG_MB = 24
/** How many files the thread gets at once. A search waits until it has read those, and those that were sent after them. */
const MAX_BATCH = 4
const MAX_BATCH_BYTES = 256 * 1024

export interface SessionOptions {
  library: Library
  /** Called when other trips can be searched than before. */
  onProgress: (progress: SearchProgress) => void
  /** Called with the files that the thread was reading when it ended. */
  onStopped: (files: readonly ListedTrip[]) => void
  /** Whether a file has ended a thread before, so that it is skipped. */
  isHopeless: (file: ListedTrip) => boolean
  /** Whether it may have done so, so that it is read alone. */
  isSuspect: (file: ListedTrip) => boolean
}

/** A thread with an index in its memory, which is kept up to date as long as it lives. */
export class SearchSession {
  readonly #options: SessionOptions
  readonly #thread: TaskWorker<SearchTasks>
  readonly #attended: AttendedSessions
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
  /** Is there until the index is written. */
  #keep: NodeJS.Timeout | null = null
  #isClosed = false
  #isStopped = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#attended = new AttendedSessions(options.library)
    this.#thread = openWorker<SearchTasks>({
      entry: new URL('./search-worker.ts', here),
      onStop: () => fail('search.stopped'),
      deadline: DEADLINE_MS,
      maxHeapMb: MAX_HEAP_MB,
      maxYoungMb: MAX_YOUNG_MB,
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
    const files = this.#files.filter(({ tripId }) => query.tripId === null || query.tripId === tripId)
    const attended = query.filter.attended === true ? await this.#attended.keysIn(files) : []
    const found = await this.#thread.ask('search.find', { ...query, attended })
    return found.ok ? ok({ ...found.value, progress: this.#progress() }) : found
  }

  async names(query: NamesQuery): Promise<Result<{ names: FoundName[]; progress: SearchProgress }>> {
    const ready = await this.#prepare()
    if (!ready.ok) return ready
    const names = await this.#thread.ask('search.names', query)
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

  /** The plan of a trip has changed. */
  notePlanned(tripId: string): void {
    this.#attended.forget(tripId)
  }

  /** Trips may have come or gone. */
  noteChanged(): void {
    this.#listedAt = -Infinity
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#keepNow()
    const kept = this.#thread.ask('search.kept', null)
    await Promise.race([kept, pause(MAX_KEEPING_MS, undefined, { ref: false })])
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

  /** Reads trips until there is a newer list of them. */
  async #readAll(files: readonly TripFile[], round: number): Promise<void> {
    const rest = [...files]
    let next = this.#loadSome(rest)
    let putting = Promise.resolve()
    while (!this.hasEnded() && round === this.#round) {
      const batch = await next
      if (batch.length === 0) break
      // The disk reads the next files meanwhile, and the thread has those after its current ones before it needs them.
      next = this.#loadSome(rest)
      const before = putting
      putting = this.#put(batch).then(() => this.#noteRead(batch.length, round))
      await before
    }
    await putting
    if (!this.hasEnded() && round === this.#round)
      this.#keep ??= setTimeout(() => this.#keepNow(), KEEP_AFTER_MS).unref()
  }

  #noteRead(trips: number, round: number): void {
    if (round !== this.#round) return
    this.#unread -= trips
    this.#options.onProgress(this.#progress())
  }

  /** Has the index written if that is still to be done. */
  #keepNow(): void {
    if (this.#keep === null) return
    clearTimeout(this.#keep)
    this.#keep = null
    void this.#thread.ask('search.keep', { library: this.#options.library.folder })
  }

  async #readSaved(): Promise<void> {
    const saved = this.#files.filter(({ tripId }) => this.#saved.has(tripId))
    this.#saved.clear()
    if (saved.length > 0) await this.#put(await Promise.all(saved.map((file) => this.#load(file))))
  }

  /** Takes the next files from a list and reads them: as many as the thread can handle in a moment. */
  async #loadSome(rest: TripFile[]): Promise<GivenFile[]> {
    const batch: GivenFile[] = []
    let size = 0
    while (batch.length < MAX_BATCH && size < MAX_BATCH_BYTES) {
      const file = rest[0]
      if (file === undefined || (batch.length > 0 && this.#options.isSuspect(file))) break
      rest.shift()
      const loaded = await this.#load(file)
      batch.push(loaded)
      size += loaded.bytes?.byteLength ?? 0
      if (this.#options.isSuspect(file)) break
    }
    return batch
  }

  async #put(files: readonly GivenFile[]): Promise<void> {
    const read = await this.#thread.ask('search.put', files, { transfer: wholeBuffers(files) })
    if (read.ok || this.#isClosed || this.#isStopped) return
    // The thread was reading these; those after them were only waiting.
    this.#isStopped = true
    this.#options.onStopped(files)
  }

  async #load({ tripId, folder, stamp }: TripFile): Promise<GivenFile> {
    const { library } = this.#options
    try {
      const file = await library.disk.open(tripFileIn(join(library.folder, folder)), 'r')
      try {
        const current = storedStampOf(await file.stat())
        return { tripId, name: folder, stamp: current, bytes: await file.readFile() }
      } finally {
        await file.close().catch(() => {})
      }
    } catch {
      return { tripId, name: folder, stamp, bytes: null }
    }
  }
}
