import type { Result } from '../../shared/result.ts'
import type { Found, FoundName, NamesQuery, SearchProgress, SearchQuery } from '../../shared/search.ts'
import type { Library } from '../library/library.ts'
import type { ListedTrip } from './search-index.ts'
import type { SearchSession } from './search-session.ts'

/** How long the index is kept in memory after the last search, in milliseconds. */
const IDLE_MS = 10 * 60_000
/** Minimum interval between progress events, in milliseconds. */
const PROGRESS_MS = 250

const keyOf = ({ tripId, stamp }: ListedTrip) => `${tripId} ${stamp}`

export interface LibrarySearchOptions {
  library: Library
  /** Called when other trips can be searched than before, and there may be more hits. */
  onProgress: (progress: SearchProgress) => void
}

/** Finds words in the trips of a library. The index is made when somebody searches, and dropped when nobody does. */
export class LibrarySearch {
  readonly #options: LibrarySearchOptions
  #toldAt = -Infinity
  #session: SearchSession | null = null
  /** Files that ended the thread, with their stamps: they are skipped until they change. */
  readonly #hopeless = new Set<string>()
  /** Files one of which did so. */
  readonly #suspects = new Set<string>()
  #idle: NodeJS.Timeout | undefined

  constructor(options: LibrarySearchOptions) {
    this.#options = options
  }

  /** @param waits whether to wait until every trip has been read */
  async find(query: SearchQuery, waits = false): Promise<Result<Found>> {
    return await this.#use(async (session) => {
      if (waits) await session.complete()
      return await session.find(query)
    })
  }

  async names(query: NamesQuery): Promise<Result<{ names: FoundName[]; progress: SearchProgress }>> {
    return await this.#use((session) => session.names(query))
  }

  /** A trip has a new state on the disk. */
  noteSaved(tripId: string): void {
    this.#session?.noteSaved(tripId)
  }

  /** The plan of a trip has changed, and perhaps what was attended. */
  notePlanned(tripId: string): void {
    this.#session?.notePlanned(tripId)
  }

  /** Trips have come or gone. */
  noteChanged(): void {
    this.#session?.noteChanged()
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    await this.#session?.close()
    this.#session = null
  }

  async #use<T>(use: (session: SearchSession) => Promise<Result<T>>): Promise<Result<T>> {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref()
    const result = await use(await this.#open())
    // A file can be made so that reading it ends the thread. The next one skips it.
    return result.ok || !this.#hasEnded() ? result : await use(await this.#open())
  }

  /** The window searches again at each report of progress, so there are few of them. */
  #tell(progress: SearchProgress): void {
    const at = performance.now()
    if (progress.read < progress.trips && at - this.#toldAt < PROGRESS_MS) return
    this.#toldAt = at
    this.#options.onProgress(progress)
  }

  #hasEnded(): boolean {
    return this.#session?.hasEnded() ?? true
  }

  async #open(): Promise<SearchSession> {
    const { SearchSession: Session } = await import('./search-session.ts')
    if (this.#session !== null && !this.#session.hasEnded()) return this.#session
    return (this.#session = new Session({
      library: this.#options.library,
      onProgress: (progress) => this.#tell(progress),
      onStopped: (files) => {
        const [set, keys] = [files.length === 1 ? this.#hopeless : this.#suspects, files.map(keyOf)]
        for (const key of keys) set.add(key)
      },
      isHopeless: (file) => this.#hopeless.has(keyOf(file)),
      isSuspect: (file) => this.#suspects.has(keyOf(file)),
    }))
  }
}
