import { type Failure, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { encodeTrip } from '../trip-file/trip-file.ts'
import { type About, readAbout, writeAbout } from './about-file.ts'
import { capVersions, newestFirst, thinVersions } from './thin-versions.ts'
import { findVersions, measureVersions, readVersionBytes, removeVersion, writeVersion } from './version-files.ts'
import { freeVersionId, timeOf, versionIdAt } from './version-id.ts'
import { keepNotes, noteVersion, readNotes } from './version-notes.ts'
import { message } from '../../shared/messages/message.ts'

/** The earlier versions of one trip. */
export interface TripHistory {
  saved(folder: string, before: Trip, after: Trip): void
  followed(): void
  keep(folder: string, trip: Trip): Promise<Result<string>>
  bring<T>(copy: () => Promise<T>): Promise<T>
  settled(): Promise<void>
  close(): Promise<void>
}

export interface TripHistoryOptions {
  library: string
  tripId: string
  fileSystem: FileSystem
  interval: number
  maxBytes: number
  onKept: (trip: Trip) => void
  onFailure: (failure: Failure) => void
}

interface State {
  folder: string
  trip: Trip
}

export function createTripHistory(options: TripHistoryOptions): TripHistory {
  return new WrittenHistory(options)
}

/** Runs one task after the other, so that each knows what the previous one wrote. */
class WrittenHistory implements TripHistory {
  readonly #options: TripHistoryOptions
  /** The names of the versions; `null` until they are read. */
  #versionIds: Set<string> | null = null
  #about: About | null = null
  /** The last version that was kept in this run, to compare the next one with. */
  #last: { versionId: string; trip: Trip } | null = null
  /** What was on the disk before this run changed it, until it is known to be kept. */
  #beginning: State | null = null
  #hasBegun = false
  /** The newest state, unless a version already holds it. */
  #newest: State | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #work: Promise<void> = Promise.resolve()
  #isQueued = false

  constructor(options: TripHistoryOptions) {
    this.#options = options
  }

  saved(folder: string, before: Trip, after: Trip): void {
    if (!this.#hasBegun) {
      this.#hasBegun = true
      this.#beginning = { folder, trip: before }
    }
    this.#newest = { folder, trip: after }
    if (this.#isQueued) return
    if (this.#versionIds !== null && this.#beginning === null && !this.#isDue(after)) {
      this.#wait()
      return
    }
    this.#isQueued = true
    void this.#next(() => this.#keepWhatIsDue())
  }

  followed(): void {
    this.#hasBegun = false
  }

  keep(folder: string, trip: Trip): Promise<Result<string>> {
    return this.#next(() => this.#keep({ folder, trip }))
  }

  bring<T>(copy: () => Promise<T>): Promise<T> {
    return this.#next(async () => {
      try {
        return await copy()
      } finally {
        // The versions are listed again, so that the name of a new one is not given to another state.
        this.#versionIds = null
        this.#about = null
      }
    })
  }

  async settled(): Promise<void> {
    await this.#work
  }

  async close(): Promise<void> {
    this.#stopWaiting()
    await this.#next(() => this.#keepNewest())
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#work.then(task)
    // The caller handles a failure; the next task runs in any case.
    this.#work = Promise.allSettled([done]).then(() => undefined)
    return done
  }

  async #keepWhatIsDue(): Promise<void> {
    this.#isQueued = false
    const beginning = this.#beginning
    this.#beginning = null
    // The name shows that it is kept: each moment identifies one state.
    const isKept = beginning !== null && (await this.#find())?.has(versionIdAt(beginning.trip.updatedAt))
    if (beginning !== null && isKept === false) this.#report(await this.#keep(beginning))
    const newest = this.#newest
    if (newest === null) return
    if (this.#isDue(newest.trip)) await this.#keepNewest()
    else this.#wait()
  }

  /** When the user stops writing, the last state is kept after a while. */
  #wait(): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#next(() => this.#keepNewest())
    }, this.#options.interval)
    this.#timer.unref()
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #keepNewest(): Promise<void> {
    this.#stopWaiting()
    const newest = this.#newest
    if (newest === null) return
    this.#newest = null
    const kept = await this.#keep(newest)
    this.#report(kept)
    // Tried again with the next save, or when closing.
    if (!kept.ok) this.#newest ??= newest
  }

  #report(kept: Result<unknown>): void {
    if (!kept.ok) this.#options.onFailure(kept.error)
  }

  /** Whether the last version before a state is old enough. Versions from a clock that was ahead are ignored. */
  #isDue(trip: Trip): boolean {
    const time = Date.parse(trip.updatedAt)
    const earlier = newestFirst([...(this.#versionIds ?? [])]).find((versionId) => timeOf(versionId) <= time)
    return earlier === undefined || time - timeOf(earlier) >= this.#options.interval
  }

  async #find(): Promise<Set<string> | null> {
    const { library, tripId, fileSystem } = this.#options
    try {
      this.#about ??= await readAbout(library, tripId, fileSystem)
      this.#versionIds ??= new Set(await findVersions(library, tripId, fileSystem))
    } catch {
      // The attempt to write reports what is wrong.
    }
    return this.#versionIds
  }

  async #keep({ folder, trip }: State): Promise<Result<string>> {
    const { library, tripId, fileSystem } = this.#options
    try {
      const known = (await this.#find()) ?? new Set()
      const file = encodeTrip(trip)
      const name = versionIdAt(trip.updatedAt)
      if (known.has(name) && (await this.#holds(name, file))) {
        this.#options.onKept(trip)
        return ok(name)
      }
      const versionId = freeVersionId(trip.updatedAt, known)
      await writeVersion(library, tripId, versionId, file, fileSystem)
      this.#versionIds = new Set([...known, versionId])
      if (versionId === name) this.#options.onKept(trip)
      await this.#describe({ folder, title: trip.title })
      await this.#thin()
      await this.#note(versionId, trip)
      return ok(versionId)
    } catch (error) {
      return diskFailure(error, message('attempt.keep-version'))
    }
  }

  async #holds(versionId: string, file: Uint8Array): Promise<boolean> {
    const { library, tripId, fileSystem } = this.#options
    try {
      return Buffer.from(file).equals(await readVersionBytes(library, tripId, versionId, fileSystem))
    } catch {
      return false
    }
  }

  async #describe(about: About): Promise<void> {
    const { library, tripId, fileSystem } = this.#options
    if (this.#about?.folder === about.folder && this.#about.title === about.title) return
    await writeAbout(library, tripId, about, fileSystem)
    this.#about = about
  }

  async #thin(): Promise<void> {
    const { library, tripId, fileSystem, maxBytes } = this.#options
    const present = now()
    // Only versions that exist count: others may still be arriving from a backup or another computer.
    const sizes = await measureVersions(library, tripId, [...(this.#versionIds ?? [])], fileSystem)
    const worth = new Set(
      thinVersions(
        sizes.map(({ versionId }) => versionId),
        present,
      ),
    )
    const kept = new Set(
      capVersions(
        sizes.filter(({ versionId }) => worth.has(versionId)),
        maxBytes,
        present,
      ),
    )
    for (const { versionId } of sizes) {
      if (!kept.has(versionId)) await removeVersion(library, tripId, versionId, fileSystem)
    }
    this.#versionIds = kept
  }

  /** Stores the summary of the version while the previous one is still in memory. */
  async #note(versionId: string, trip: Trip): Promise<void> {
    const { library, tripId, fileSystem } = this.#options
    const last = this.#last
    this.#last = { versionId, trip }
    const [newest, before] = newestFirst([...(this.#versionIds ?? [])])
    if (newest !== versionId || (before !== undefined && before !== last?.versionId)) return
    const notes = await readNotes(library, tripId, fileSystem)
    notes.set(versionId, noteVersion(trip, before === undefined ? null : last))
    await keepNotes(library, tripId, notes, fileSystem)
  }
}
