import { join } from 'node:path'
import type { LibraryDisk } from '../disk/library-disk.ts'
import { watchFolder } from '../disk/watch-folder.ts'
import type { TripLayout } from '../trip-folder/layout.ts'

/**
 * Delay after the last change, in milliseconds: programs replace a file in several steps, and one check after the last
 * one suffices.
 */
const SETTLED_MS = 150

const nothing = () => {}

export interface WatchEvents {
  /**
   * A file of a watched trip may have changed, no matter who wrote it. `name` is `null` if any file may have changed.
   */
  onFile(folder: string, name: string | null): void
  /** A conflict copy has appeared in the folder of a watched trip. */
  onConflictCopy(folder: string): void
  /** Another program has made, moved or removed folders of the library. */
  onFolders(changes: { removed: ReadonlySet<string> }): void
}

/**
 * Watches for changes that other programs make to a library: in its folder, and in the folders of the trips in use. It
 * does not watch the whole tree: where the system has no recursive watch, Node walks the tree, which takes too long in
 * a large library.
 */
export class LibraryWatch {
  readonly #library: string
  readonly #disk: LibraryDisk
  readonly #layout: TripLayout
  readonly #events: WatchEvents
  /** The folders that this program has found or created; `null` while not watching. */
  #known: Set<string> | null = null
  #stop: (() => void) | null = null
  readonly #trips = new Map<string, () => void>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  /** @param library absolute */
  constructor(library: string, disk: LibraryDisk, layout: TripLayout, events: WatchEvents) {
    this.#library = library
    this.#disk = disk
    this.#layout = layout
    this.#events = events
  }

  /** Starts watching. Returns false if it was watching already. */
  start(): boolean {
    if (this.#stop !== null) return false
    this.#stop = watchFolder(this.#library, (name) => {
      if (name?.startsWith('.') !== true) this.#soon('', () => void this.#findFolders())
    })
    void this.#noteFolders()
    return true
  }

  /** @param folder its name in the library */
  watchTrip(folder: string): void {
    if (this.#stop === null || this.#trips.has(folder)) return
    const path = join(this.#library, folder)
    this.#trips.set(folder, this.#disk.isLinked(path) ? this.#watchOnceThere(folder) : this.#watchFiles(folder))
  }

  /** The system makes the whole program wait for a watch, so a network drive has to respond first. */
  #watchOnceThere(folder: string): () => void {
    let [isWanted, stop] = [true, nothing]
    const begin = async () => {
      try {
        await this.#disk.stat(join(this.#library, folder))
        if (isWanted) stop = this.#watchFiles(folder)
      } catch {
        if (isWanted) this.forgetTrip(folder)
      }
    }
    void begin()
    return () => {
      isWanted = false
      stop()
    }
  }

  #watchFiles(folder: string): () => void {
    return watchFolder(join(this.#library, folder), (name) => {
      if (name === null || this.#layout.revisedNames.includes(name)) {
        this.#soon(`${folder}/${name ?? ''}`, () => this.#events.onFile(folder, name))
      } else if (this.#layout.originalOf(name) !== null) {
        this.#soon(`${folder}/${name}`, () => this.#events.onConflictCopy(folder))
      }
    })
  }

  forgetTrip(folder: string): void {
    this.#trips.get(folder)?.()
    this.#trips.delete(folder)
  }

  /** Notes a folder that this program itself creates. */
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
    }, SETTLED_MS)
    this.#timers.set(key, timer.unref())
  }

  async #noteFolders(): Promise<void> {
    const folders = await this.#folders()
    if (this.#stop !== null) this.#known = folders
  }

  async #findFolders(): Promise<void> {
    const present = await this.#folders()
    const known = this.#known
    if (known === null || this.#stop === null) return
    const removed = new Set([...known].filter((folder) => !present.has(folder)))
    const isNew = [...present].some((folder) => !known.has(folder))
    this.#known = present
    if (!isNew && removed.size === 0) return
    for (const folder of removed) this.forgetTrip(folder)
    this.#events.onFolders({ removed })
  }

  /** The folders in the library; an empty set if it is missing. */
  async #folders(): Promise<Set<string>> {
    const items = await this.#disk.readFolder(this.#library).catch(() => [])
    const folders = items.filter((item) => item.isDirectory() || item.isSymbolicLink())
    return new Set(folders.map(({ name }) => name).filter((name) => !name.startsWith('.')))
  }
}
