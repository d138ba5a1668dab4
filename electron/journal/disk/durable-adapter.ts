import type { Adapter } from 'lowdb'
import type { FileStat, FileSystem } from './file-system.ts'
import { replaceDurably, writeDurably } from './write-durably.ts'

/** How a state becomes the bytes of its file, and back. */
export interface Coding<T> {
  /** The bytes need to hold only until the next call. */
  encode(state: T): Uint8Array
  /** @throws Refusal where the bytes are no such state */
  decode(bytes: Uint8Array): T
}

/** By what one sees, without reading a file, that it is still the one that was read or written. */
export type FileStamp = string

export function stampOf(stat: FileStat): FileStamp {
  return `${stat.mtimeNs}-${stat.size}-${stat.ino}`
}

/**
 * lowdb's border to the disk. Its own adapters never sync, so that a save that was acknowledged is lost in a power cut,
 * and take a missing or empty file for a new one; this one writes durably and throws where there is nothing to read.
 */
export class DurableAdapter<T> implements Adapter<T> {
  /** The file as this adapter last read or wrote it; `null` before. */
  stamp: FileStamp | null = null
  /** The last look at the file has just shown that it is no link: the write that follows need not look again. */
  #isPlain = false
  readonly #path: string
  readonly #coding: Coding<T>
  readonly #fileSystem: FileSystem

  constructor(path: string, coding: Coding<T>, fileSystem: FileSystem) {
    this.#path = path
    this.#coding = coding
    this.#fileSystem = fileSystem
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

  async write(state: T): Promise<void> {
    const encode = () => this.#coding.encode(state)
    const isPlain = this.#isPlain
    this.#isPlain = false
    const written = isPlain
      ? replaceDurably(this.#path, encode, this.#fileSystem)
      : writeDurably(this.#path, encode(), this.#fileSystem)
    this.stamp = stampOf(await written)
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
