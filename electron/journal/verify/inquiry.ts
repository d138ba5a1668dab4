import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import type { Finding, Verification } from '../../shared/verification.ts'
import { message } from '../../shared/messages/message.ts'

/** Thrown between two files when somebody has had enough. */
export class Stopped extends Error {}

/** What the steps of a verification share: the disk, what was counted and found, and how far it is. */
export class Inquiry {
  /** The library's folder, absolute. */
  readonly library: string
  readonly disk: FileSystem
  readonly findings: Finding[] = []
  readonly counted: Omit<Verification, 'folder' | 'findings'> = {
    trips: 0,
    entries: 0,
    pictures: 0,
    versions: 0,
    inTrash: 0,
    bytes: 0,
  }
  #problems = 0
  readonly #signal: AbortSignal
  readonly #onFile: (place: string, problems: number) => void

  /** @param onFile called before each file is read, with the number of problems that were found so far */
  constructor(
    library: string,
    disk: FileSystem,
    signal: AbortSignal,
    onFile: (place: string, problems: number) => void,
  ) {
    this.library = library
    this.disk = disk
    this.#signal = signal
    this.#onFile = onFile
  }

  problem(place: string, sentence: string): void {
    this.#problems++
    this.findings.push({ kind: 'problem', place, message: sentence })
  }

  note(place: string, sentence: string): void {
    this.findings.push({ kind: 'note', place, message: sentence })
  }

  /** A file is about to be read. @throws Stopped */
  async begin(place: string): Promise<void> {
    // Reading is done elsewhere, making sense of it here: others have their turn in between.
    await new Promise((resolve) => setImmediate(resolve))
    if (this.#signal.aborted) throw new Stopped('Stopped')
    this.#onFile(place, this.#problems)
  }

  /**
   * Reads a file.
   *
   * @param path absolute
   * @returns `null`: there is none, or it cannot be read, which is noted as a problem
   */
  async read(path: string, place: string): Promise<Uint8Array | 'missing' | null> {
    await this.begin(place)
    try {
      const file = await this.disk.open(path, 'r')
      try {
        const bytes = await file.readFile()
        this.counted.bytes += bytes.byteLength
        return bytes
      } finally {
        await file.close().catch(() => {})
      }
    } catch (error) {
      if (isMissing(error)) return 'missing'
      this.problem(place, diskFailure(error, message('attempt.read-file-unnamed')).error.message)
      return null
    }
  }

  /** What is in a folder, in the order of the names; nothing where it is not there or cannot be read, which is noted. */
  async list(path: string, place: string): Promise<{ name: string; isFolder: boolean; isLink: boolean }[]> {
    try {
      const items = await this.disk.readFolder(path)
      return items
        .map((item) => ({ name: item.name, isFolder: item.isDirectory(), isLink: item.isSymbolicLink() }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      if (!isMissing(error))
        this.problem(place, diskFailure(error, message('attempt.read-folder-unnamed')).error.message)
      return []
    }
  }
}
