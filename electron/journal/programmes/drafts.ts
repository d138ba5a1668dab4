import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ReadProgramme } from './read-programme.ts'

/** What was read from a file, until it is imported. */
export interface ProgrammeDraft {
  format: string
  read: ReadProgramme
  /** Where it was found; empty if it was a file. */
  address: string
  /** Empty if it came from an address or was pasted. */
  fileName: string
}

/** More than this many drafts are not kept. */
const MAX_DRAFTS = 4

/** The programmes that were read last. */
export class ProgrammeDrafts {
  readonly #drafts = new Map<string, ProgrammeDraft>()

  /** Keeps a draft. Returns its id. */
  keep(draft: ProgrammeDraft): string {
    const id = randomUUID()
    this.#drafts.set(id, draft)
    const [oldest] = this.#drafts.keys()
    if (this.#drafts.size > MAX_DRAFTS && oldest !== undefined) this.#drafts.delete(oldest)
    return id
  }

  find(draftId: string): Result<ProgrammeDraft> {
    const draft = this.#drafts.get(draftId)
    return draft === undefined ? fail('programme.draft-forgotten') : ok(draft)
  }
}
