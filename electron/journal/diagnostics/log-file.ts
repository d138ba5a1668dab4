import { appendFileSync, mkdirSync } from 'node:fs'
import { appendFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface LogFileOptions {
  /** Absolute; it need not be there yet. */
  folder: string
  /** Without its ending. */
  name: string
  /** How large a file grows before the next begins. */
  maxBytes: number
  /** How many files there are at most, the one that is written to included. */
  files: number
}

/** So many lines wait at most for a disk that does not answer. */
const MOST_WAITING = 1000

/**
 * Lines in a file that is put aside when it is full: `lanyard.log`, and before it `lanyard.1.log`, `lanyard.2.log`.
 * Nothing waits for it, and nothing fails when it cannot be written.
 */
export class LogFile {
  readonly #options: LogFileOptions
  #waiting: string[] = []
  #writing: Promise<void> | null = null

  constructor(options: LogFileOptions) {
    this.#options = options
  }

  append(line: string): void {
    if (this.#waiting.length >= MOST_WAITING) return
    this.#waiting.push(`${line}\n`)
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null
    })
  }

  /** Settles when every line so far is written, or given up. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Writes what waits before it returns: for a program that ends now. */
  writeNow(): void {
    const text = this.#waiting.join('')
    this.#waiting = []
    try {
      mkdirSync(this.#options.folder, { recursive: true })
      appendFileSync(this.path(0), text, { mode: 0o600 })
    } catch {
      // There is nobody left to tell.
    }
  }

  /** The last bytes of the log, from the beginning of a line on, its older files included. */
  async tail(bytes: number): Promise<string> {
    await this.settled()
    let text = ''
    for (let age = 0; age < this.#options.files && text.length < bytes; age++) {
      text = (await endOf(this.path(age), bytes - text.length)) + text
    }
    return text
  }

  /** @param age 0: the file that is written to; 1: the one before */
  path(age: number): string {
    const { folder, name } = this.#options
    return join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  }

  async #write(): Promise<void> {
    // What comes in at the same moment is written at once.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const text = this.#waiting.join('')
      this.#waiting = []
      try {
        await mkdir(this.#options.folder, { recursive: true })
        if ((await sizeOf(this.path(0))) + text.length > this.#options.maxBytes) await this.#putAside()
        await appendFile(this.path(0), text, { mode: 0o600 })
      } catch {
        // A full disk is said where it matters, and it is not for the log to fill it further.
      }
    }
  }

  async #putAside(): Promise<void> {
    const oldest = this.#options.files - 1
    await rm(this.path(oldest), { force: true })
    for (let age = oldest - 1; age >= 0; age--) {
      await rename(this.path(age), this.path(age + 1)).catch(() => {})
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function endOf(path: string, bytes: number): Promise<string> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return ''
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - bytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start)
    const text = buffer.toString('utf8', 0, bytesRead)
    return start === 0 ? text : text.slice(text.indexOf('\n') + 1)
  } catch {
    return ''
  } finally {
    await file.close()
  }
}
