import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import type { Finding, Verification } from '../../shared/verification.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import { messageOf } from '../../shared/result.ts'
import type { TripLayout } from '../trip-folder/layout.ts'

/** Thrown between two files when the verification is cancelled. */
export class Stopped extends Error {}

export interface InquiryOptions {
  /** The library's folder, absolute. */
  library: string
  disk: FileSystem
  layout: TripLayout
  signal: AbortSignal
  /** Called before each file is read, with the number of problems found so far. */
  onFile: (place: string, problems: number) => void
}

/** The shared state of a verification: the disk, the counts and findings, and the progress. */
export class Inquiry {
  /** The library's folder, absolute. */
  readonly library: string
  readonly disk: FileSystem
  readonly layout: TripLayout
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

  constructor({ library, disk, layout, signal, onFile }: InquiryOptions) {
    this.library = library
    this.disk = disk
    this.layout = layout
    this.#signal = signal
    this.#onFile = onFile
  }

  problem(place: string, what: Message): void {
    this.#problems++
    this.findings.push({ kind: 'problem', place, message: what })
  }

  note(place: string, what: Message): void {
    this.findings.push({ kind: 'note', place, message: what })
  }

  /** Notes that a file is about to be read. @throws Stopped */
  async begin(place: string): Promise<void> {
    // Files are read elsewhere but parsed in this thread, so let other tasks run in between.
    await new Promise((resolve) => setImmediate(resolve))
    if (this.#signal.aborted) throw new Stopped('Stopped')
    this.#onFile(place, this.#problems)
  }

  /**
   * Reads a file. Resolves with `null` if it cannot be read, which is recorded as a problem.
   *
   * @param path absolute
   */
  async read(path: string, place: string): Promise<Uint8Array | 'missing' | null> {
    await this.begin(place)
    try {
      const bytes = await readWhole(path, this.disk)
      this.counted.bytes += bytes.byteLength
      return bytes
    } catch (error) {
      if (isMissing(error)) return 'missing'
      this.problem(place, messageOf(diskFailure(error, message('attempt.read-file-unnamed')).error))
      return null
    }
  }

  /**
   * The items in a folder, sorted by name. Returns an empty list if it is missing or cannot be read, which is recorded.
   */
  async list(path: string, place: string): Promise<{ name: string; isFolder: boolean; isLink: boolean }[]> {
    try {
      const items = await this.disk.readFolder(path)
      return items
        .map((item) => ({ name: item.name, isFolder: item.isDirectory(), isLink: item.isSymbolicLink() }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      if (!isMissing(error))
        this.problem(place, messageOf(diskFailure(error, message('attempt.read-folder-unnamed')).error))
      return []
    }
  }
}
