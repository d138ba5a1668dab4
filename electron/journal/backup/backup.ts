import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { BackupStatus } from '../../shared/backup.ts'
import { type Failure, type Result, wasCancelled } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { type AnsweringDisk, createAnsweringDisk } from '../disk/answering-disk.ts'
import type { Library } from '../library/library.ts'
import { type BackedUp, backUpLibrary, type BackUpOptions } from './back-up-library.ts'
import { readBackupNote } from './backup-notes.ts'

export interface BackupOptions {
  /** Returns the library in use, which can change between calls. */
  library: () => Library
  /** Returns the folder that the user chose, absolute; `null` if none was chosen. */
  folder: () => string | null
  /** The file that records what was copied, absolute. */
  notesFile: string
  /** Called on each change of the status. */
  onChange: (status: BackupStatus) => void
  times?: Partial<BackupTimes>
}

/** Timing of the backup, in milliseconds. */
export interface BackupTimes {
  /** Delay between a save and its copy, so that continuous typing is copied only once. */
  delay: number
  /** Maximum delay while somebody keeps typing. */
  longestDelay: number
  /** Delay after the start before trips that were changed elsewhere are searched for. */
  start: number
  /** Interval between attempts to find a backup disk that was missing. */
  retry: number
  /** Timeout for the last copy before quitting. The rest is copied after the next start. */
  end: number
  /** Timeout for a single operation on the backup's disk. */
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

/** Options for a backup that the user started. */
export type AskedFor = Pick<BackUpOptions, 'signal' | 'onProgress'>

/** Keeps a copy of the library in a second place. Each trip is copied soon after it was saved. */
export class Backup {
  readonly #options: BackupOptions
  readonly #times: BackupTimes
  /** The disk of the library in use. */
  #disk: { library: Library; target: AnsweringDisk } | null = null
  /** Trips to be copied; `null` if all of them have to be checked because that has not been done in this run. */
  #waiting: Set<string> | null = null
  /** Trips that were saved in this run and have not been copied yet. */
  #saved = new Set<string>()
  #at: { folder: string; at: string | null } | null = null
  #problem: BackupStatus['problem'] = null
  #timer: ReturnType<typeof setTimeout> | null = null
  /** When the first of the saves happened that are waiting for the timer. */
  #waitsSince = 0
  #work: Promise<unknown> = Promise.resolve()
  #isRunning = false
  #hasBegun = false
  #isGivenUp = false
  /** Counts changes of the folder or the library. Results of an earlier turn are discarded. */
  #turn = 0
  #lastReported = ''
  readonly #end = new AbortController()

  constructor(options: BackupOptions) {
    this.#options = options
    this.#times = { ...usual, ...options.times }
  }

  /** Starts the backup of a program that keeps running: trips that were changed while it was closed are included. */
  begin(): void {
    this.#hasBegun = true
    if (this.#timer === null && this.#waiting === null) this.#runIn(this.#times.start)
  }

  /** Notes that a trip has a new state on the disk. */
  noteSaved(tripId: string): void {
    if (this.#options.folder() === null) return
    if (this.#saved.size === 0) this.#waitsSince = performance.now()
    this.#saved.add(tripId)
    this.#waiting?.add(tripId)
    const latest = this.#waitsSince + this.#times.longestDelay - performance.now()
    this.#runIn(Math.max(0, Math.min(this.#times.delay, latest)))
  }

  /** Called when the folder or the library changes: what is known about the copy no longer applies. */
  reset(): void {
    this.#turn++
    this.#stopWaiting()
    this.#waiting = null
    this.#saved = new Set()
    this.#at = null
    this.#problem = null
    if (this.#hasBegun) this.#runIn(this.#times.start)
    void this.#reportStatus()
  }

  async status(): Promise<BackupStatus> {
    const folder = this.#options.folder()
    if (folder === null) return { folder, at: null, waiting: 0, isRunning: false, problem: null }
    if (this.#at?.folder !== folder) this.#at = { folder, at: await this.#lastTime(folder) }
    return { folder, at: this.#at.at, waiting: this.#saved.size, isRunning: this.#isRunning, problem: this.#problem }
  }

  /** Checks every trip and every picture, and copies what is missing. Returns `null` if no folder was chosen. */
  runAll(asked: AskedFor = {}): Promise<Result<BackedUp> | null> {
    return this.#next(() => this.#run(null, { ...asked, isThorough: true }))
  }

  /** The same, to a given folder (absolute). */
  runTo(folder: string, asked: AskedFor = {}): Promise<Result<BackedUp>> {
    const how = { ...asked, isThorough: true }
    return this.#next(async () => {
      const isChosen = folder === this.#options.folder()
      return (isChosen ? await this.#run(null, how) : null) ?? (await this.#copy(folder, how))
    })
  }

  /** The backup's disk, on which every operation ends within its timeout. */
  disk(): AnsweringDisk {
    const library = this.#options.library()
    if (this.#disk?.library !== library) {
      this.#disk = { library, target: createAnsweringDisk(library.disk, this.#times.answer) }
    }
    return this.#disk.target
  }

  /** Whether an operation on the backup's disk is still stuck, which keeps the process from ending on its own. */
  isStuck(): boolean {
    return this.#isGivenUp || (this.#disk?.target.isStuck() ?? false)
  }

  /**
   * Copies what is waiting, with a timeout: otherwise nobody could quit while a network folder does not respond. The
   * rest is copied after the next start.
   */
  async close(): Promise<void> {
    this.#stopWaiting()
    if (this.#saved.size > 0) void this.#runWaiting()
    if (await this.#settlesWithin(this.#times.end)) return
    // Finishes the file that is being copied, so that no temporary file is left.
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
        // Checked only when there is something to copy: looking for a missing drive every minute should not cause
        // status changes.
        if (this.#isRunning) return
        this.#isRunning = true
        void this.#reportStatus()
      },
    })
    this.#isRunning = false
    if (turn === this.#turn) this.#note(result, { to, saved, tripIds })
    await this.#reportStatus()
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
    if (!wasCancelled(failure)) this.#problem = { failure, at: now() }
    // What could not be read is checked again after its next save; what could not be written to the backup is retried
    // soon.
    const left = result.ok ? result.value.left : tripIds
    for (const tripId of saved) if (left === null || left.has(tripId)) this.#saved.add(tripId)
    if (left === null) this.#waiting = null
    else for (const tripId of left) this.#waiting?.add(tripId)
    if (this.#timer === null && left?.size !== 0) this.#runIn(this.#times.retry)
  }

  async #reportStatus(): Promise<void> {
    const status = await this.status()
    // The same problem is not reported again.
    const reported = JSON.stringify({ ...status, problem: status.problem?.failure })
    if (reported === this.#lastReported) return
    this.#lastReported = reported
    this.#options.onChange(status)
  }

  async #lastTime(folder: string): Promise<string | null> {
    const library = this.#options.library()
    return (await readBackupNote(this.#options.notesFile, library.folder, folder, library.disk)).at
  }
}

/**
 * Returns the failure of a backup if it should be mentioned after another command: any failure except a disk that is
 * not connected.
 */
export function unexpectedFailure(failure: Failure | undefined): Failure | null {
  // A removable drive is often left at home on purpose; everything is copied once it is back.
  return failure === undefined || failure.code === 'disk.gone' ? null : failure
}
