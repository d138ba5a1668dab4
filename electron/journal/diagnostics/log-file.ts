import { appendFileSync, mkdirSync } from 'node:fs'
import { appendFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface LogFileOptions {
  /** Absolute; it is created if necessary. */
  folder: string
  /** Without the extension. */
  name: string
  /** The size at which the next file is begun. */
  maxBytes: number
  /** Maximum number of files, including the one that is being written. */
  files: number
}

/** Maximum number of lines that wait for a disk that does not respond. */
const MAX_WAITING = 1000

/**
 * A log in rotating files: when `lanyard.log` is full, it is renamed to `lanyard.1.log`, that one to `lanyard.2.log`,
 * and so on. Nothing waits for the log, and nothing fails if it cannot be written.
 */
export class LogFile {
  readonly #options: LogFileOptions
  #waiting: string[] = []
  #writing: Promise<void> | null = null

  constructor(options: LogFileOptions) {
    this.#options = options
  }

  append(line: string): void {
    if (this.#waiting.length >= MAX_WAITING) return
    this.#waiting.push(`${line}\n`)
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null
    })
  }

  /** Resolves when every line so far has been written or dropped. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Writes the waiting lines synchronously, for a program that is about to end. */
  writeNow(): void {
    const text = this.#waiting.join('')
    this.#waiting = []
    try {
      mkdirSync(this.#options.folder, { recursive: true, mode: 0o700 })
      appendFileSync(this.path(0), text, { mode: 0o600 })
    } catch {
      // There is nobody left to report this to.
    }
  }

  /** Returns the last bytes of the log, across files, starting at the beginning of a line. */
  async tail(bytes: number): Promise<string> {
    await this.settled()
    let text = ''
    for (let age = 0; age < this.#options.files && text.length < bytes; age++) {
      text = (await endOf(this.path(age), bytes - text.length)) + text
    }
    return text
  }

  /** @param age 0 for the file that is being written, 1 for the one before it */
  path(age: number): string {
    const { folder, name } = this.#options
    return join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  }

  async #write(): Promise<void> {
    // Lines that arrive in the same tick are written together.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const text = this.#waiting.join('')
      this.#waiting = []
      try {
        await mkdir(this.#options.folder, { recursive: true, mode: 0o700 })
        if ((await sizeOf(this.path(0))) + text.length > this.#options.maxBytes) await this.#putAside()
        await appendFile(this.path(0), text, { mode: 0o600 })
      } catch {
        // A full disk is reported elsewhere, and the log must not fill it further.
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
