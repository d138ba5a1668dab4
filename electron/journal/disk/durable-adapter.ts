import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { type FileStamp, stampOf } from './file-stamp.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { followLinks, type Gate, replaceDurably } from './write-durably.ts'
import { type Release, takeLock } from './write-lock.ts'

/** How a state becomes the bytes of its file, and back. */
export interface Coding<T> {
  /** The bytes in chunks, one after the other. They never change. */
  encode(state: T): readonly Uint8Array[]
  /** @throws Refusal where the bytes are no such state */
  decode(bytes: Uint8Array): T
}

/** Somebody else has changed the file since it was read: it has to be read anew before it can be written. */
export class ChangedMeanwhile extends Error {
  constructor(path: string) {
    super(`${path} was changed meanwhile`)
  }
}

/**
 * lowdb's border to the disk. Its own adapters never sync, so that a save that was acknowledged is lost in a power cut,
 * and take a missing or empty file for a new one; this one writes durably and throws where there is nothing to read.
 */
export class DurableAdapter<T> implements Adapter<T> {
  /** The file as this adapter last read or wrote it; `null` before. */
  stamp: FileStamp | null = null
  /** The last look at the file has shown that it is no link: as long as it is the same, the next write need not look. */
  #isPlain = false
  readonly #path: string
  readonly #coding: Coding<T>
  readonly #fileSystem: FileSystem
  readonly #isShared: boolean
  #isLocked = false
  #released: Promise<void> = Promise.resolve()

  /**
   * @param isShared other processes write the file as well. Then it is written under its folder's lock, and only while it
   *   still is the one that was last read or written here
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
      // Taken before the content: a change that comes in between is then noticed at the next look.
      const stamp = stampOf(await file.stat())
      const state = this.#coding.decode(await file.readFile())
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
      void old?.close().catch(() => {})
      if (locked !== undefined) this.#released = locked.then((release) => release())
    }
  }

  /**
   * Keeps the old file in being when its name goes to the new one: the disk takes the longer to give its space back the
   * larger it is, and nobody should wait for that. Windows does not give a name away whose file is open.
   */
  async #hold(target: string): Promise<OpenFile | undefined> {
    if (process.platform === 'win32' || this.stamp === null) return undefined
    return await this.#fileSystem.open(target, 'r').catch(() => undefined)
  }

  async #check(target: string): Promise<void> {
    if (this.stamp === null) return
    const stat = await this.#fileSystem.lstat(target)
    if (stampOf(stat) === this.stamp) return
    // A link may have taken the file's place.
    this.#isPlain = false
    throw new ChangedMeanwhile(this.#path)
  }

  /** Runs a task under the folder's lock. What it writes here does not ask for the lock again. */
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

  /** Fulfilled when no lock is held any more. */
  async settled(): Promise<void> {
    await this.#released
  }

  /** When the file as it was last read or written here was changed; to the millisecond, ISO 8601 in UTC. */
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
