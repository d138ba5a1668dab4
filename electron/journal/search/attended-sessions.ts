import { join } from 'node:path'
import { attendedSessions } from '../../shared/programme/was-there.ts'
import { readWhole } from '../disk/file-system.ts'
import type { Library, TripFile } from '../library/library.ts'
import { plan } from '../trip-folder/plan.ts'
import { sessionKey } from './session-key.ts'

/** How long the plan of a trip is trusted, in milliseconds. Changes by other programs are seen after that. */
const TRUSTED_MS = 10_000

interface Known {
  readAt: number
  keys: readonly string[]
}

/** The sessions that were attended, according to the plans of the trips. They are read when a search asks for them. */
export class AttendedSessions {
  readonly #library: Library
  readonly #known = new Map<string, Known>()

  constructor(library: Library) {
    this.#library = library
  }

  /** The keys of the attended sessions of some trips. */
  async keysIn(files: readonly TripFile[]): Promise<string[]> {
    const keys: string[] = []
    for (const file of files) keys.push(...(await this.#keysOf(file)))
    return keys
  }

  /** The plan of a trip has changed. */
  forget(tripId: string): void {
    this.#known.delete(tripId)
  }

  async #keysOf({ tripId, folder }: TripFile): Promise<readonly string[]> {
    const known = this.#known.get(tripId)
    if (known !== undefined && performance.now() - known.readAt < TRUSTED_MS) return known.keys
    const read: Known = { readAt: performance.now(), keys: [] }
    this.#known.set(tripId, read)
    read.keys = (await this.#read(folder)).map((sessionId) => sessionKey(tripId, sessionId))
    return read.keys
  }

  /** Most trips have no plan. A damaged one is reported where it is shown. */
  async #read(folder: string): Promise<string[]> {
    const { disk, folder: library } = this.#library
    try {
      const decoded = plan.decode(await readWhole(join(library, folder, plan.name), disk))
      return decoded.ok ? attendedSessions(decoded.value.content) : []
    } catch {
      return []
    }
  }
}
