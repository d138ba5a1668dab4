import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Adapter } from 'lowdb'
import { type FileStamp, stampOf } from './file-stamp.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { followLinks, type Gate, replaceDurably } from './write-durably.ts'
import { type Release, takeLock } from './write-lock.ts'

/** How a state is encoded in its file and decoded. */
export interface Coding<T> {
  /** The bytes as a sequence of chunks, which are never modified. */
  encode(state: T): readonly Uint8Array[]
  /** @throws Refusal if the bytes are not a valid state */
  decode(bytes: Uint8Array): T | Promise<T>
  /** Maximum size of a file that is read, in bytes. Default: that of any file. */
  readonly maxBytes?: number
}

/** The file has changed since it was read: it has to be read again before it can be written. */
export class ChangedMeanwhile extends Error {
  constructor(path: string) {
    super(`${path} was changed meanwhile`)
  }
}

/**
 * An adapter between lowdb and the disk. lowdb's own adapters never sync, so that an acknowledged save can be lost in a
 * power cut, and they treat a missing or empty file as a new one. This one writes durably and throws if there is
 * nothing to read.
 */
export class DurableAdapter<T> implements Adapter<T> {
  /** The file as this adapter last read or wrote it; `null` before that. */
  stamp: FileStamp | null = null
  /**
   * Whether the last check showed that the file is not a link. As long as it is unchanged, the next write can skip that
   * check.
   */
  #isPlain = false
  readonly #path: string
  readonly #coding: Coding<T>
  readonly #fileSystem: FileSystem
  readonly #isShared: boolean
  #isLocked = false
  #released: Promise<void> = Promise.resolve()

  /**
   * @param isShared whether other processes write the file too. If so, it is written under its folder's lock, and only
   * if it is still the one that was last read or written here
   */
  constructor(path: string, coding: Coding<T>, fileSystem: FileSystem, isShared = false) {
    this.#path = path
    this.#coding = coding
    this.#fileSystem = fileSystem
    this.#isShared = isShared
  }

  async read(): Promise<T> {
    const file = await this.#fileSystem.open(this.#path, 'r')
    try {
      // Taken before the content is read, so that the next check notices a change in between.
      const stamp = stampOf(await file.stat())
      const state = await this.#coding.decode(await file.readFile(this.#coding.maxBytes))
      this.stamp = stamp
      return state
    } finally {
      await file.close().catch(() => {})
    }
  }

  /** @throws ChangedMeanwhile; the file system's error */
  async write(state: T): Promise<void> {
    const target = this.#isPlain ? this.#path : await followLinks(this.#path, this.#fileSystem)
    const encode = () => this.#coding.encode(state)
    if (!this.#isShared) {
      this.stamp = stampOf(await replaceDurably(target, encode, this.#fileSystem))
      return
    }
    let locked: Promise<Release> | undefined
    let old: OpenFile | undefined
    const gate: Gate = {
      ask: async () => {
        if (!this.#isLocked) locked = takeLock(dirname(this.#path), this.#fileSystem)
        old = await this.#hold(target)
        await locked
      },
      check: () => this.#check(target),
    }
    try {
      this.stamp = stampOf(await replaceDurably(target, encode, this.#fileSystem, gate))
      this.#isPlain = target === this.#path
    } finally {
      // The caller gets the answer first: even asking for these takes a while.
      const answered = nextTurn()
      void answered.then(() => old?.close()).catch(() => {})
      if (locked !== undefined) this.#released = Promise.all([locked, answered]).then(([release]) => release())
    }
  }

  /**
   * Keeps the old file open while it is being replaced: freeing a large file takes the disk a while, and the save
   * should not wait for that. Not on Windows, where a file cannot be replaced while it is open.
   */
  async #hold(target: string): Promise<OpenFile | undefined> {
    if (process.platform === 'win32' || this.stamp === null) return undefined
    return await this.#fileSystem.open(target, 'r').catch(() => undefined)
  }

  async #check(target: string): Promise<void> {
    if (this.stamp === null) return
    const stat = await this.#fileSystem.lstat(target)
    if (stampOf(stat) === this.stamp) return
    // The file may have been replaced with a link.
    this.#isPlain = false
    throw new ChangedMeanwhile(this.#path)
  }

  /** Runs a task under the folder's lock. Writes inside the task do not take the lock again. */
  async underLock<R>(task: () => Promise<R>): Promise<R> {
    const release = await takeLock(dirname(this.#path), this.#fileSystem)
    this.#isLocked = true
    try {
      return await task()
    } finally {
      this.#isLocked = false
      await release()
    }
  }

  /** Resolves when no lock is held any more. */
  async settled(): Promise<void> {
    await this.#released
  }

  /** When the file was last modified, as of the last read or write here; ISO 8601 in UTC, with milliseconds. */
  changedAt(): string {
    const [nanoseconds = '0'] = (this.stamp ?? '').split('-')
    return new Date(Number(BigInt(nanoseconds) / 1_000_000n)).toISOString()
  }

  /** Whether the file is still the one that was last read or written here. */
  async isCurrent(): Promise<boolean> {
    if (this.stamp === null) return false
    const stat = await this.#fileSystem.lstat(this.#path)
    this.#isPlain = !stat.isSymbolicLink()
    return stampOf(this.#isPlain ? stat : await this.#fileSystem.stat(this.#path)) === this.stamp
  }
}
