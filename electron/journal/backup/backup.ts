import type { BackupStatus } from '../../shared/backup.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Library } from '../library/library.ts'
import { type BackedUp, backUpLibrary } from './back-up-library.ts'
import { readBackupNote } from './backup-notes.ts'

export interface BackupOptions {
  /** The library in use; it can be another one at the next call. */
  library: () => Library
  /** The folder that was chosen, absolute; `null`: none. */
  folder: () => string | null
  /** Where it is noted what was copied, absolute. */
  notesFile: string
  /** So long after a save it is copied, in milliseconds: what is typed in one go is copied in one go. */
  delay?: number
  /** Told of each change of the status. */
  onChange: (status: BackupStatus) => void
}

const DELAY = 5000

/** Keeps a copy of the library in a second place: each trip soon after it was saved. */
export class Backup {
  readonly #options: BackupOptions
  /** Trips to be copied; `null`: all of them have to be looked at, for nobody has in this run. */
  #waiting: Set<string> | null = null
  /** Trips that were saved in this run and are not copied yet. */
  #saved = new Set<string>()
  #at: { folder: string; at: string | null } | null = null
  #problem: BackupStatus['problem'] = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #work: Promise<unknown> = Promise.resolve()
  #running = 0

  constructor(options: BackupOptions) {
    this.#options = options
  }

  /** A trip is on the disk in a new state. */
  noteSaved(tripId: string): void {
    if (this.#options.folder() === null) return
    this.#saved.add(tripId)
    this.#waiting?.add(tripId)
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#runWaiting(), this.#options.delay ?? DELAY)
    this.#timer.unref()
  }

  /** Another folder or library: what is known of the copy is of another one. */
  reset(): void {
    this.#waiting = null
    this.#saved = new Set()
    this.#at = null
    this.#problem = null
    void this.#tell()
  }

  async status(): Promise<BackupStatus> {
    const folder = this.#options.folder()
    if (folder === null) return { folder, at: null, waiting: 0, isRunning: false, problem: null }
    if (this.#at?.folder !== folder) this.#at = { folder, at: await this.#lastTime(folder) }
    const isRunning = this.#running > 0
    return { folder, at: this.#at.at, waiting: this.#saved.size, isRunning, problem: this.#problem }
  }

  /** Looks at every trip and copies what has changed. `null`: no folder was chosen. */
  runAll(): Promise<Result<BackedUp> | null> {
    return this.#next(() => this.#run(null))
  }

  /** The same to a folder that was named just now, absolute. */
  runTo(folder: string): Promise<Result<BackedUp>> {
    const { library, notesFile } = this.#options
    return this.#next(() => backUpLibrary({ library: library(), to: folder, notesFile, tripIds: null }))
  }

  /** Copies what waits, and waits for it. */
  async close(): Promise<void> {
    if (this.#timer !== null) await this.#runWaiting()
    await this.#work
  }

  #runWaiting(): Promise<unknown> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    return this.#next(() => this.#run(this.#waiting))
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#work.then(task)
    this.#work = Promise.allSettled([done])
    return done
  }

  async #run(tripIds: ReadonlySet<string> | null): Promise<Result<BackedUp> | null> {
    const to = this.#options.folder()
    if (to === null) return null
    const saved = this.#saved
    this.#saved = new Set()
    this.#waiting = new Set()
    this.#running++
    await this.#tell()
    const { library, notesFile } = this.#options
    const result = await backUpLibrary({ library: library(), to, notesFile, tripIds })
    this.#running--
    const failure = result.ok ? result.value.problems[0] : result.error
    if (failure === undefined) this.#succeed(to)
    else this.#fail(failure, saved, tripIds)
    await this.#tell()
    return result
  }

  #succeed(folder: string): void {
    this.#problem = null
    this.#at = { folder, at: now() }
  }

  /** What was not copied is tried again with the next save, and at the end. */
  #fail(failure: Failure, saved: ReadonlySet<string>, tripIds: ReadonlySet<string> | null): void {
    this.#problem = { failure, at: now() }
    for (const tripId of saved) this.#saved.add(tripId)
    if (tripIds === null) this.#waiting = null
    else for (const tripId of tripIds) this.#waiting?.add(tripId)
  }

  async #tell(): Promise<void> {
    this.#options.onChange(await this.status())
  }

  async #lastTime(folder: string): Promise<string | null> {
    const library = this.#options.library()
    return (await readBackupNote(this.#options.notesFile, library.folder, folder, library.disk)).at
  }
}
