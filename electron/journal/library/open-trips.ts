import { join } from 'node:path'
import type { FileSystem } from '../disk/file-system.ts'
import type { Migration } from '../trip-file/migrate.ts'
import type { StoreEvents } from './store-events.ts'
import { TRIP_FILE } from '../trip-file/trip-file.ts'
import { TripStore } from './trip-store.ts'

/** So many trips stay in memory once they were used. */
const KEPT_IN_MEMORY = 12

export interface OpenTripsOptions {
  /** Absolute. */
  library: string
  fileSystem: FileSystem
  /** The steps that older files are brought along by. */
  migrations: readonly Migration[]
  /** What the store of a trip tells, and asks. */
  eventsOf(tripId: string, folder: string): StoreEvents
  /** Told of each folder that comes into use, and of each that goes out of it. */
  onUse(folder: string): void
  onRelease(folder: string): void
}

/** The trips of a library that are in memory. */
export class OpenTrips {
  readonly #options: OpenTripsOptions
  /** Trip -> its store, in the order of their last use. */
  readonly #stores = new Map<string, { folder: string; store: TripStore }>()

  constructor(options: OpenTripsOptions) {
    this.#options = options
  }

  /** The store of a trip in a folder; made anew where the trip was not in use, or in another folder. */
  storeOf(tripId: string, folder: string): TripStore {
    const known = this.#stores.get(tripId)
    const used = known?.folder === folder ? known : { folder, store: this.#make(tripId, folder) }
    if (known !== used) {
      if (known !== undefined) this.#options.onRelease(known.folder)
      this.#options.onUse(folder)
    }
    // Taken out and put in again, so that it comes last.
    this.#stores.delete(tripId)
    this.#stores.set(tripId, used)
    for (const [id, { store }] of this.#stores) {
      if (this.#stores.size <= KEPT_IN_MEMORY) break
      if (id !== tripId && store.isIdle()) this.release(id)
    }
    return used.store
  }

  get(tripId: string): TripStore | undefined {
    return this.#stores.get(tripId)?.store
  }

  /** The trip in a folder; `undefined` where that is not in use. */
  inFolder(folder: string): { tripId: string; store: TripStore } | undefined {
    for (const [tripId, used] of this.#stores) if (used.folder === folder) return { tripId, store: used.store }
    return undefined
  }

  release(tripId: string): void {
    const used = this.#stores.get(tripId)
    if (used === undefined) return
    this.#stores.delete(tripId)
    this.#options.onRelease(used.folder)
  }

  folders(): string[] {
    return Array.from(this.#stores.values(), ({ folder }) => folder)
  }

  /** Fulfilled when no trip has anything to be written any more. */
  async settled(): Promise<void> {
    await Promise.all(Array.from(this.#stores.values(), ({ store }) => store.settled()))
  }

  #make(tripId: string, folder: string): TripStore {
    const { library, fileSystem, migrations } = this.#options
    const events = this.#options.eventsOf(tripId, folder)
    const file = join(library, folder, TRIP_FILE)
    return new TripStore(tripId, file, `${folder}/${TRIP_FILE}`, fileSystem, events, migrations)
  }
}
