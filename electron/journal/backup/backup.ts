import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { BackupStatus } from '../../shared/backup.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { type AnsweringDisk, createAnsweringDisk } from '../disk/answering-disk.ts'
import type { Library } from '../library/library.ts'
import { type BackedUp, backUpLibrary, type BackUpOptions } from './back-up-library.ts'
import { readBackupNote } from './backup-notes.ts'

export interface BackupOptions {
  /** The library in use; it can be another one at the next call. */
  library: () => Library
  /** The folder that was chosen, absolute; `null`: none. */
  folder: () => string | null
  /** Where it is noted what was copied, absolute. */
  notesFile: string
  /** Told of each change of the status. */
  onChange: (status: BackupStatus) => void
  times?: Partial<BackupTimes>
}

/** In milliseconds. */
export interface BackupTimes {
  /** So long after a save it is copied: what is typed in one go is copied in one go. */
  delay: number
  /** So long at most where somebody types on and on. */
  longestDelay: number
  /** So long after the start, trips that were changed elsewhere are looked for. */
  start: number
  /** So long after the backup's disk was not there it is looked for again. */
  retry: number
  /** So long it may take at the end. What is not copied by then is copied after the next start. */
  end: number
  /** So long one operation of the backup's disk may take. */
  answer: number
}

const usual: BackupTimes = {
  delay: 5000,
  longestDelay: 60_000,
  start: 15_000,
  retry: 60_000,
  end: 10_000,
  answer: 30_000,
}

/** How a copy is made that somebody has asked for. */
export type AskedFor = Pick<BackUpOptions, 'signal' | 'onProgress'>

/** Keeps a copy of the library in a second place: each trip soon after it was saved. */
export class Backup {
  readonly #options: BackupOptions
  readonly #times: BackupTimes
  /** Of the library in use. */
  #disk: { library: Library; target: AnsweringDisk } | null = null
  /** Trips to be copied; `null`: all of them have to be looked at, for nobody has in this run. */
  #waiting: Set<string> | null = null
  /** Trips that were saved in this run and are not copied yet. */
  #saved = new Set<string>()
  #at: { folder: string; at: string | null } | null = null
  #problem: BackupStatus['problem'] = null
  #timer: ReturnType<typeof setTimeout> | null = null
  /** When the first of the saves was that wait for the timer. */
  #waitsSince = 0
  #work: Promise<unknown> = Promise.resolve()
  #isRunning = false
  #hasBegun = false
  #isGivenUp = false
  /** Of which folder and library: what is found out about another one is of no use any more. */
  #turn = 0
  #told = ''
  readonly #end = new AbortController()

  constructor(options: BackupOptions) {
    this.#options = options
    this.#times = { ...usual, ...options.times }
  }

  /** The program will run for a while: trips that were changed while it did not are looked for, too. */
  begin(): void {
    this.#hasBegun = true
    if (this.#timer === null && this.#waiting === null) this.#runIn(this.#times.start)
  }

  /** A trip is on the disk in a new state. */
  noteSaved(tripId: string): void {
    if (this.#options.folder() === null) return
    if (this.#saved.size === 0) this.#waitsSince = performance.now()
    this.#saved.add(tripId)
    this.#waiting?.add(tripId)
    const latest = this.#waitsSince + this.#times.longestDelay - performance.now()
    this.#runIn(Math.max(0, Math.min(this.#times.delay, latest)))
  }

  /** Another folder or library: what is known of the copy is of another one. */
  reset(): void {
    this.#turn++
    this.#stopWaiting()
    this.#waiting = null
    this.#saved = new Set()
    this.#at = null
    this.#problem = null
    if (this.#hasBegun) this.#runIn(this.#times.start)
    void this.#tell()
  }

  async status(): Promise<BackupStatus> {
    const folder = this.#options.folder()
    if (folder === null) return { folder, at: null, waiting: 0, isRunning: false, problem: null }
    if (this.#at?.folder !== folder) this.#at = { folder, at: await this.#lastTime(folder) }
    return { folder, at: this.#at.at, waiting: this.#saved.size, isRunning: this.#isRunning, problem: this.#problem }
  }

  /** Looks at every trip and every picture, and copies what is not there. `null`: no folder was chosen. */
  runAll(asked: AskedFor = {}): Promise<Result<BackedUp> | null> {
    return this.#next(() => this.#run(null, { ...asked, isThorough: true }))
  }

  /** The same to a folder that was named just now, absolute. */
  runTo(folder: string, asked: AskedFor = {}): Promise<Result<BackedUp>> {
    const how = { ...asked, isThorough: true }
    return this.#next(async () => {
      const isChosen = folder === this.#options.folder()
      return (isChosen ? await this.#run(null, how) : null) ?? (await this.#copy(folder, how))
    })
  }

  /** The disk that backups are on: its operations all come to an end. */
  disk(): AnsweringDisk {
    const library = this.#options.library()
    if (this.#disk?.library !== library) {
      this.#disk = { library, target: createAnsweringDisk(library.disk, this.#times.answer) }
    }
    return this.#disk.target
  }

  /** Whether the backup's disk has not given back what it was asked for: then this process may not end by itself. */
  isStuck(): boolean {
    return this.#isGivenUp || (this.#disk?.target.isStuck() ?? false)
  }

  /**
   * Copies what waits, and waits for it: not for ever, for nobody could quit while a network folder does not answer.
   * What is not copied by then is copied after the next start.
   */
  async close(): Promise<void> {
    this.#stopWaiting()
    if (this.#saved.size > 0) void this.#runWaiting()
    if (await this.#settlesWithin(this.#times.end)) return
    // To the end of the file that is being copied, so that nothing is left of it.
    this.#end.abort()
    this.#isGivenUp = !(await this.#settlesWithin(this.#times.end / 5))
  }

  async #settlesWithin(time: number): Promise<boolean> {
    const given = new AbortController()
    const settled = await Promise.race([
      this.#work.then(() => true),
      pause(time, false, { signal: given.signal }).catch(() => false),
    ])
    given.abort()
    return settled
  }

  #runIn(time: number): void {
    this.#stopWaiting()
    this.#timer = setTimeout(() => void this.#runWaiting(), time)
    this.#timer.unref()
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #runWaiting(): Promise<unknown> {
    this.#stopWaiting()
    return this.#next(() => this.#run(this.#waiting, {}))
  }

  #next<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#work.then(task)
    this.#work = Promise.allSettled([done])
    return done
  }

  async #run(
    tripIds: ReadonlySet<string> | null,
    how: AskedFor & { isThorough?: boolean },
  ): Promise<Result<BackedUp> | null> {
    const to = this.#options.folder()
    if (to === null) return null
    const turn = this.#turn
    const saved = this.#saved
    this.#saved = new Set()
    this.#waiting = new Set()
    const result = await this.#copy(to, {
      ...how,
      tripIds,
      onProgress: (done, folder) => {
        how.onProgress?.(done, folder)
        // Not before there is something to do: a stick that is looked for each minute is no news.
        if (this.#isRunning) return
        this.#isRunning = true
        void this.#tell()
      },
    })
    this.#isRunning = false
    if (turn === this.#turn) this.#note(result, { to, saved, tripIds })
    await this.#tell()
    return result
  }

  #copy(to: string, how: Partial<BackUpOptions>): Promise<Result<BackedUp>> {
    return backUpLibrary({
      tripIds: null,
      ...how,
      library: this.#options.library(),
      to,
      target: this.disk(),
      notesFile: this.#options.notesFile,
      signal: how.signal === undefined ? this.#end.signal : AbortSignal.any([how.signal, this.#end.signal]),
    })
  }

  #note(
    result: Result<BackedUp>,
    { to, saved, tripIds }: { to: string; saved: ReadonlySet<string>; tripIds: ReadonlySet<string> | null },
  ): void {
    const failure = result.ok ? result.value.problems[0] : result.error
    if (failure === undefined) {
      this.#problem = null
      this.#at = { folder: to, at: now() }
      return
    }
    if (failure.code !== 'cancelled') this.#problem = { failure, at: now() }
    // What could not be read is looked at again when it is saved; what the backup would not take, soon.
    const left = result.ok ? result.value.left : tripIds
    for (const tripId of saved) if (left === null || left.has(tripId)) this.#saved.add(tripId)
    if (left === null) this.#waiting = null
    else for (const tripId of left) this.#waiting?.add(tripId)
    if (this.#timer === null && left?.size !== 0) this.#runIn(this.#times.retry)
  }

  async #tell(): Promise<void> {
    const status = await this.status()
    // That the same still stands in the way is no news either.
    const told = JSON.stringify({ ...status, problem: status.problem?.failure })
    if (told === this.#told) return
    this.#told = told
    this.#options.onChange(status)
  }

  async #lastTime(folder: string): Promise<string | null> {
    const library = this.#options.library()
    return (await readBackupNote(this.#options.notesFile, library.folder, folder, library.disk)).at
  }
}

/** The failure of a backup that is worth mentioning after another command: any but a disk that is not connected. */
export function unexpectedFailure(failure: Failure | undefined): Failure | null {
  // A stick is left at home on purpose; when it is back, everything is copied.
  return failure === undefined || failure.code === 'disk.gone' ? null : failure
}
