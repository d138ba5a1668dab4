import { join } from 'node:path'
import type { FileSystem } from '../disk/file-system.ts'
import { watchFolder } from '../disk/watch-folder.ts'
import { isConflictCopy } from '../trip-folder/conflict-names.ts'
import { TRIP_FILE } from '../trip-file/trip-file.ts'

/** A program that puts a file in place does so in several steps; one look after the last is enough. In milliseconds. */
const SETTLED_AFTER = 150

export interface WatchEvents {
  /** The file of a trip that is watched may have changed, by whomever. */
  onTripFile(folder: string): void
  /** Somebody has put a second version of a trip that is watched beside it. */
  onConflictCopy(folder: string): void
  /** Somebody else has made, moved or removed folders of the library. */
  onFolders(changes: { gone: ReadonlySet<string> }): void
}

/**
 * Watches a library from outside: its own folder, and those of the trips that are in use. Not all below it at once:
 * where the system has no such watch, Node walks through everything, which a large library is too large for.
 */
export class LibraryWatch {
  readonly #library: string
  readonly #fileSystem: FileSystem
  readonly #events: WatchEvents
  /** The folders that are there as far as this program has seen or made them; `null`: not watching. */
  #known: Set<string> | null = null
  #stop: (() => void) | null = null
  readonly #trips = new Map<string, () => void>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  /** @param library absolute */
  constructor(library: string, fileSystem: FileSystem, events: WatchEvents) {
    this.#library = library
    this.#fileSystem = fileSystem
    this.#events = events
  }

  /** @returns whether it begins now, and has not before */
  start(): boolean {
    if (this.#stop !== null) return false
    this.#stop = watchFolder(this.#library, (name) => {
      if (name?.startsWith('.') !== true) this.#soon('', () => void this.#lookForFolders())
    })
    void this.#noteFolders()
    return true
  }

  /** @param folder its name in the library */
  watchTrip(folder: string): void {
    if (this.#stop === null || this.#trips.has(folder)) return
    const stop = watchFolder(join(this.#library, folder), (name) => {
      if (name === null || name === TRIP_FILE) this.#soon(folder, () => this.#events.onTripFile(folder))
      if (name !== null && isConflictCopy(name)) {
        this.#soon(`${folder}/${name}`, () => this.#events.onConflictCopy(folder))
      }
    })
    this.#trips.set(folder, stop)
  }

  forgetTrip(folder: string): void {
    this.#trips.get(folder)?.()
    this.#trips.delete(folder)
  }

  /** A folder that this program itself is about to make, or has made. */
  noteMade(folder: string): void {
    this.#known?.add(folder)
  }

  noteRemoved(folder: string): void {
    this.#known?.delete(folder)
    this.forgetTrip(folder)
  }

  stop(): void {
    this.#stop?.()
    this.#stop = null
    this.#known = null
    for (const folder of this.#trips.keys()) this.forgetTrip(folder)
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  #soon(key: string, task: () => void): void {
    clearTimeout(this.#timers.get(key))
    const timer = setTimeout(() => {
      this.#timers.delete(key)
      task()
    }, SETTLED_AFTER)
    this.#timers.set(key, timer.unref())
  }

  async #noteFolders(): Promise<void> {
    const folders = await this.#folders()
    if (this.#stop !== null) this.#known = folders
  }

  async #lookForFolders(): Promise<void> {
    const there = await this.#folders()
    const known = this.#known
    if (known === null || this.#stop === null) return
    const gone = new Set([...known].filter((folder) => !there.has(folder)))
    const isNew = [...there].some((folder) => !known.has(folder))
    this.#known = there
    if (!isNew && gone.size === 0) return
    for (const folder of gone) this.forgetTrip(folder)
    this.#events.onFolders({ gone })
  }

  /** The folders in the library; none where it is gone. */
  async #folders(): Promise<Set<string>> {
    const items = await this.#fileSystem.readFolder(this.#library).catch(() => [])
    const folders = items.filter((item) => item.isDirectory() || item.isSymbolicLink())
    return new Set(folders.map(({ name }) => name).filter((name) => !name.startsWith('.')))
  }
}
