import { join } from 'node:path'
import type { FileSystem } from '../disk/file-system.ts'
import { watchFolder } from '../disk/watch-folder.ts'
import type { TripLayout } from '../trip-folder/layout.ts'

/** Programs put a file in place in several steps; one look after the last one is enough. In milliseconds. */
const SETTLED_MS = 150

export interface WatchEvents {
  /** A file of a watched trip may have changed, whoever wrote it. `name`: its name; `null`: it may be any. */
  onFile(folder: string, name: string | null): void
  /** A conflict copy has appeared in the folder of a watched trip. */
  onConflictCopy(folder: string): void
  /** Another program has made, moved or removed folders of the library. */
  onFolders(changes: { removed: ReadonlySet<string> }): void
}

/**
 * Watches for what other programs do to a library: in its own folder, and in those of the trips in use. It does not watch
 * everything below at once: where the system has no such watch, Node walks the whole tree, which a large library is too
 * large for.
 */
export class LibraryWatch {
  readonly #library: string
  readonly #fileSystem: FileSystem
  readonly #layout: TripLayout
  readonly #events: WatchEvents
  /** The folders that this program has seen or made; `null`: not watching. */
  #known: Set<string> | null = null
  #stop: (() => void) | null = null
  readonly #trips = new Map<string, () => void>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  /** @param library absolute */
  constructor(library: string, fileSystem: FileSystem, layout: TripLayout, events: WatchEvents) {
    this.#library = library
    this.#fileSystem = fileSystem
    this.#layout = layout
    this.#events = events
  }

  /** Starts watching. Returns false if it was watching already. */
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
      if (name === null || this.#layout.revisedNames.includes(name)) {
        this.#soon(`${folder}/${name ?? ''}`, () => this.#events.onFile(folder, name))
      } else if (this.#layout.originalOf(name) !== null) {
        this.#soon(`${folder}/${name}`, () => this.#events.onConflictCopy(folder))
      }
    })
    this.#trips.set(folder, stop)
  }

  forgetTrip(folder: string): void {
    this.#trips.get(folder)?.()
    this.#trips.delete(folder)
  }

  /** Notes a folder that this program itself makes. */
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

  async #lookForFolders(): Promise<void> {
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

  /** The folders in the library; none where it is missing. */
  async #folders(): Promise<Set<string>> {
    const items = await this.#fileSystem.readFolder(this.#library).catch(() => [])
    const folders = items.filter((item) => item.isDirectory() || item.isSymbolicLink())
    return new Set(folders.map(({ name }) => name).filter((name) => !name.startsWith('.')))
  }
}
