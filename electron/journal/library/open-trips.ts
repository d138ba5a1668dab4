import { join } from 'node:path'
import type { FileSystem } from '../disk/file-system.ts'
import type { Migration } from '../trip-file/migrate.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { shownTripFile, tripFileIn } from '../trip-folder/trip-json.ts'
import type { StoreHost } from './store-events.ts'
import { TripStore } from './trip-store.ts'

/** Maximum number of trips that stay in memory after use. */
const MAX_IN_MEMORY = 12

export interface OpenTripsOptions {
  /** Absolute. */
  library: string
  fileSystem: FileSystem
  layout: TripLayout
  /** The steps that update older files. */
  migrations: readonly Migration[]
  hostOf(tripId: string, folder: string): StoreHost
  /** Called for each folder that starts being used, and for each that stops being used. */
  onUse(folder: string): void
  onRelease(folder: string): void
}

/** The trips of a library that are in memory. */
export class OpenTrips {
  readonly #options: OpenTripsOptions
  /** Trip -> its store, least recently used first. */
  readonly #stores = new Map<string, { folder: string; store: TripStore }>()

  constructor(options: OpenTripsOptions) {
    this.#options = options
  }

  /** The store of a trip in a folder; a new one if the trip was not in use or was in another folder. */
  storeOf(tripId: string, folder: string): TripStore {
    const known = this.#stores.get(tripId)
    const used = known?.folder === folder ? known : { folder, store: this.#make(tripId, folder) }
    if (known !== used) {
      if (known !== undefined) this.#options.onRelease(known.folder)
      this.#options.onUse(folder)
    }
    // Removed and inserted again, so that it comes last.
    this.#stores.delete(tripId)
    this.#stores.set(tripId, used)
    for (const [id, { store }] of this.#stores) {
      if (this.#stores.size <= MAX_IN_MEMORY) break
      if (id !== tripId && store.isIdle()) this.release(id)
    }
    return used.store
  }

  get(tripId: string): TripStore | undefined {
    return this.#stores.get(tripId)?.store
  }

  /** The trip in a folder; `undefined` if it is not in use. */
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

  /** Resolves when no trip has anything left to write. */
  async settled(): Promise<void> {
    await Promise.all(Array.from(this.#stores.values(), ({ store }) => store.settled()))
  }

  #make(tripId: string, folder: string): TripStore {
    const { library, fileSystem, layout, migrations } = this.#options
    return new TripStore({
      tripId,
      file: tripFileIn(join(library, folder)),
      name: shownTripFile(folder),
      fileSystem,
      layout,
      migrations,
      host: this.#options.hostOf(tripId, folder),
    })
  }
}
